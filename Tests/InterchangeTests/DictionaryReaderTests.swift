import Foundation
import Interchange
import Testing

struct DictionaryReaderTests {
    static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    static func number(_ value: Int) -> String {
        value < 64 ? String(digits[value]) : number(value / 64) + String(digits[value % 64])
    }

    /// The two files of a dictionary with such articles.
    static func files(_ articles: [(head: String, text: String)]) -> (index: [UInt8], dict: [UInt8])
    {
        var index = ""
        var dict: [UInt8] = []
        for (head, text) in articles {
            index += "\(head)\t\(number(dict.count))\t\(number(text.utf8.count))\n"
            dict += Array(text.utf8)
        }
        return (Array(index.utf8), dict)
    }

    static func read(_ text: String) throws -> [String] {
        let (index, dict) = files([("00databaseshort", "A dictionary\n"), ("wort", text)])
        return try DictionaryReader(index: index, articles: dict, file: "a.index").pairs()
            .map(\.target)
    }

    @Test(arguments: [
        ("Wort /vɔʁt/ <n, neut>\nслово\n", ["слово"]),
        (
            "Wort /vɔʁt/ <n>\nmot, terme technique\nSprache: eine Erklärung\n",
            ["mot", "terme technique"]
        ),
        (
            "Wort\n1. слово\nein Wort im Satz\n2. обіцянка; слово честі\n",
            ["слово", "обіцянка", "слово честі"]
        ),
        (
            "Wort <n>\n(noun (common))\n [ling.] word <n> (in a text)\n   Synonym: {Begriff}\n",
            ["word"]
        ),
        ("Wort <n>\n see: {Wörter}\n", []),
        ("Wort\nكلمة، لفظ\n", ["كلمة", "لفظ"]),
        ("Wort\n词\n", ["词"]), ("Wort\n", []), ("", []), ("Wort\n)) , ;(\n", []),
    ])
    func translationsAreFound(article: String, expected: [String]) throws {
        #expect(try Self.read(article) == expected)
    }

    @Test func anIndexOfManyArticlesIsRead() throws {
        let articles = (0..<500).map { ("слово\($0)", "слово\($0)\nWort \($0)\n") }
        let (index, dict) = Self.files(articles)
        let pairs = try DictionaryReader(index: index, articles: dict, file: "a").pairs()
        #expect(pairs.count == 500)
        #expect(pairs.last == TermPair("слово499", "Wort 499"))
    }

    /// gzip with one stored block, as RFC 1952 has it; the checksum is that of "Haus\nдім\n".
    @Test func packedArticlesAreUnpacked() throws {
        let text = Array("Haus\nдім\n".utf8)
        let packed =
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, UInt8(text.count), 0, ~UInt8(text.count), 0xFF]
            + text + Self.littleEndian(Self.checksum(text)) + [UInt8(text.count), 0, 0, 0]
        let index = Array("haus\tA\t\(Self.number(text.count))\n".utf8)
        let pairs = try DictionaryReader(index: index, articles: packed, file: "a").pairs()
        #expect(pairs == [TermPair("haus", "дім")])
        for length in 2..<packed.count {
            #expect(throws: InterchangeError.self) {
                try DictionaryReader(index: index, articles: Array(packed[..<length]), file: "a")
            }
        }
    }

    /// CRC 32, bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    @Test(arguments: [
        "wort", "wort\tA", "wort\tA\t?", "wort\tA\tzz", "wort\t//////////\tB", "wort\t////////\tB",
        "wort\t\tB",
    ])
    func aDamagedIndexIsNamed(line: String) {
        let index = Array(("ok\tA\tB\n" + line + "\n").utf8)
        #expect(
            throws: InterchangeError.malformed(
                file: "a.index", line: 2, column: 1,
                reason: "not a headword, and where its article is")
        ) {
            try DictionaryReader(index: index, articles: [0x61, 0x0A, 0x62], file: "a.index")
                .pairs()
        }
    }
}
