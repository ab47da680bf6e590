internal import TextCore

/// Reads a dictionary of the DICT protocol's server, RFC 2229: an index of headwords and a file of articles, packed by
/// `dictzip` or plain. Debian's `dict-freedict-*` are such.
///
/// An article is a line with the headword, then translations; what explains, gives an example or points elsewhere is
/// passed over, as far as its form tells.
public struct DictionaryReader {
    private let index: [UInt8]
    private let articles: [UInt8]
    private let file: String

    /// - Parameters:
    ///   - index: the `.index` file; a line is headword, offset and length, parted by tabs.
    ///   - articles: the `.dict` or `.dict.dz` file.
    ///   - file: the index's name, which errors carry.
    public init(index: [UInt8], articles: [UInt8], file: String) throws(InterchangeError) {
        self.index = index
        self.file = file
        guard Inflation.isPacked(articles) else {
            self.articles = articles
            return
        }
        guard let unpacked = Inflation.unpack(articles) else {
            throw .malformed(
                file: file, line: 1, column: 1, reason: "its articles cannot be unpacked")
        }
        self.articles = unpacked
    }

    /// Each headword with each of its translations, in the order of the index.
    public func pairs() throws(InterchangeError) -> [TermPair] {
        var pairs: [TermPair] = []
        var number = 0
        for line in index.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty { continue }
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard columns.count >= 3, let offset = Self.number(columns[1]),
                let length = Self.number(columns[2]), offset + length <= articles.count
            else {
                throw .malformed(
                    file: file, line: number, column: 1,
                    reason: "not a headword, and where its article is")
            }
            if Self.isNoHeadword(columns[0]) { continue }
            let head = String(decoding: columns[0], as: UTF8.self)
            let article = articles[offset..<offset + length]
            for translation in DictionaryArticle(article).translations {
                pairs.append(TermPair(head, translation))
            }
        }
        return pairs
    }

    /// What the dictionary says of itself, and phrases, which are usages of a word rather than words.
    private static func isNoHeadword(_ head: ArraySlice<UInt8>) -> Bool {
        head.starts(with: aboutItself) || head.starts(with: aboutItselfDashed)
            || head.count(where: { $0 == 0x20 }) >= longestHead
    }

    private static let aboutItself = Array("00database".utf8)
    private static let aboutItselfDashed = Array("00-database".utf8)
    /// In words.
    private static let longestHead = 3

    /// A number in the digits of base 64, the highest first; `nil` where it is none, or too large for any file.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...8).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            let place: UInt8
            switch digit {
            case 0x41...0x5A: place = digit - 0x41
            case 0x61...0x7A: place = digit - 0x61 + 26
            case 0x30...0x39: place = digit - 0x30 + 52
            case 0x2B: place = 62
            case 0x2F: place = 63
            default: return nil
            }
            value = value << 6 | Int(place)
        }
        return value
    }
}
