import Foundation
import Testing
import TextCore

@testable import Interchange

struct GazetteerReaderTests {
    struct Line: Sendable, CustomTestStringConvertible {
        let line: String
        let names: [String]

        init(_ line: String, _ names: String...) {
            self.line = line
            self.names = names
        }

        var testDescription: String { line }
    }

    static func read(_ lines: [String]) throws -> [String] {
        var reader = GazetteerReader(file: "people")
        return try lines.flatMap { try reader.names(onLine: Array($0.utf8)[...]) }
            .map { "\($0.entity) \($0.language.string) \($0.name)" }
    }

    @Test(arguments: [
        Line("p1\tuk\tАнна Коваль", "p1 uk Анна Коваль"),
        Line("p1\tuk\tАнна Коваль\tmore", "p1 uk Анна Коваль"), Line(""), Line("["), Line("]"),
        Line("p1\t\tAnna\r", "p1 und Anna"),
        Line(#"{"name":"王毅","lang":"zh","entity":"p5","note":[1,{"a":"}"}]}"#, "p5 zh 王毅"),
        Line(
            #"{"id":"p5","kind":"person","forms":{"en":["Wang Yi","Yi Wang"],"ru":["Ван И"]}}"#,
            "p5 en Wang Yi", "p5 en Yi Wang", "p5 ru Ван И"),
        Line(
            #"{"type":"item","id":"Q7","labels":{"ar":{"language":"ar","value":"وانغ"},"zh-hans":{"language":"zh-hans","value":"王"}},"descriptions":{"en":{"language":"en","value":"a person"}},"aliases":{"en":[{"language":"en","value":"Wang \"the \u0059\""}]},"claims":{"P31":[{"id":"Q7$1","mainsnak":{"value":{"id":"Q5"}}}]},"sitelinks":{}},"#,
            "Q7 ar وانغ", "Q7 zh-Hans 王", #"Q7 en Wang "the Y""#),
        Line(#"{"id":"Q8","labels":[],"aliases":[]}"#),
        Line(
            #"{"id":"Q9","labels":{"en":"Anna"},"aliases":{"de":["Anni"]}}"#, "Q9 en Anna",
            "Q9 de Anni"),
        Line(
            #"{"id":"os-1","schema":"Person","properties":{"name":["Иван Петров"],"alias":["Petrov \ud83d\ude00"],"birthDate":["1970"],"weakAlias":["Vanya"]}}"#,
            "os-1 und Иван Петров", "os-1 und Petrov 😀", "os-1 und Vanya"),
        Line(#"{"id":"os-2","schema":"Vessel","properties":{"name":["Aurora"]}}"#),
        Line(
            "<http://www.wikidata.org/entity/Q1> <http://www.w3.org/2000/01/rdf-schema#label> \"\\u0412ан\"@ru .",
            "Q1 ru Ван"),
        Line("<http://www.wikidata.org/entity/Q1> <http://schema.org/name> \"x\"@ru ."),
    ])
    func aLineOfEveryForm(line: Line) throws { #expect(try Self.read([line.line]) == line.names) }

    @Test func aTableInTheFormOfOpenSanctions() throws {
        let names = try Self.read([
            "\u{FEFF}id,schema,name,aliases,countries",
            #""os-1","Person","Petrov, ""Vanya""","Иван Петров;Petroff","xa""#,
            #"os-2,Organization,شركة,,"#, "os-3,Vessel,Aurora,,",
        ])
        #expect(
            names == [
                #"os-1 und Petrov, "Vanya""#, "os-1 und Иван Петров", "os-1 und Petroff",
                "os-2 und شركة",
            ])
    }

    @Test(arguments: [
        ("no tabs here", 1), ("p1\tnot a tag\tAnna", 1), ("p1\ten", 1), (#"{"id":"x""#, 10),
        (#"{"id":"x"}"#, 1), (#"{"entity":"x","name":"Anna","lang":"e n"}"#, 1),
        (#"{"name":"Anna"}"#, 1),
        (#"{"id":"a","labels":{}} {}"#, 1), (#"{"id":"a","labels":{"en":{"value":"a}}}"#, 40),
    ])
    func whatCannotBeReadIsToldWithItsPlace(line: String, column: Int) throws {
        var reader = GazetteerReader(file: "people.tsv")
        _ = try reader.names(onLine: Array("p1\ten\tAnna".utf8)[...])
        let error = #expect(throws: InterchangeError.self) {
            try reader.names(onLine: Array(line.utf8)[...])
        }
        #expect("\(try #require(error))".hasPrefix("people.tsv:2:\(column == 1 ? "1" : "")"))
        #expect(try reader.names(onLine: Array("p2\tde\tEva".utf8)[...]).count == 1)
    }

    @Test func nothingNestedDeeplyOverflows() throws {
        let deep = #"{"id":"a","x":"# + String(repeating: "[", count: 100_000)
        #expect(throws: InterchangeError.self) { try Self.read([deep]) }
    }
}

struct InflationStreamTests {
    /// "Анна\n", packed by gzip.
    static let packed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xBB, 0x30, 0xE1, 0xC2, 0x5E,
        0x20, 0xDC, 0xC0, 0x05, 0x00, 0x00, 0x79, 0x6D, 0x3F, 0x09, 0x00, 0x00, 0x00,
    ]

    @Test func membersFollowEachOtherInAnyPieces() {
        let input = Self.packed + Self.packed
        for size in [1, 7, 1000] {
            let stream = InflationStream()
            var out: [UInt8] = []
            var start = 0
            while start < input.count {
                let end = min(start + size, input.count)
                #expect(stream.unpack(input[start..<end]) { out += $0 })
                start = end
            }
            #expect(String(decoding: out, as: UTF8.self) == "Анна\nАнна\n" && stream.isWhole)
        }
    }

    @Test func whatIsCutOrDamagedIsNoticed() {
        let cut = InflationStream()
        #expect(cut.unpack(Self.packed.dropLast(3)) { _ in } && !cut.isWhole)
        var broken = Self.packed
        broken[14] ^= 0xFF
        let damaged = InflationStream()
        #expect(!damaged.unpack(broken[...]) { _ in } || !damaged.isWhole)
        #expect(!InflationStream().unpack(Array("plain text".utf8)[...]) { _ in })
    }
}
