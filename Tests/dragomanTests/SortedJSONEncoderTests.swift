import Foundation
import Testing

@testable import dragoman

struct SortedJSONEncoderTests {
    private struct Inner: Encodable {
        var text: String?
        var numbers: [Double] = []
        var flags: [String: Bool] = [:]
    }

    private struct Outer: Encodable {
        var zeta = Int.min
        var alpha: UInt8 = 255
        var small: Float = 0.1
        var sourceLang: String?
        var inner: [Inner?] = []
        var by: [String: [Int]] = [:]
        var nothing: [Int] = []
    }

    /// Writes the parts of one object with nested containers and by a super encoder.
    private struct Nested: Encodable {
        enum Key: String, CodingKey { case list, object, above }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            var list = container.nestedUnkeyedContainer(forKey: .list)
            try list.encode("один")
            try list.encodeNil()
            var inner = list.nestedContainer(keyedBy: Key.self)
            try inner.encode(1.5, forKey: .object)
            try container.encode(true, forKey: .object)
            try "上".encode(to: container.superEncoder(forKey: .above))
            try list.encode(Int8(-3))
        }
    }

    private struct Written: JSONWriting {
        func write(to sheet: inout JSONSheet) {
            sheet.object { sheet in
                sheet.key("a")
                sheet.array([1, 2]) { $0.number($1) }
                sheet.key("b")
                sheet.object { _ in }
                sheet.key("c")
                sheet.optional(String?.none) { $0.string($1) }
                sheet.key("d")
                sheet.number(0.5)
                sheet.key("e")
                sheet.string("«Да»\n")
                sheet.key("f")
                sheet.array(["x", "y"]) { sheet, text in
                    sheet.object {
                        $0.key("t"); $0.string(text)
                    }
                }
            }
        }
    }

    @Test func takesWhatWritesItself() throws {
        let plain = #"{"a":[1,2],"b":{},"c":null,"d":0.5,"e":"«Да»\n","f":[{"t":"x"},{"t":"y"}]}"#
        let bytes = try SortedJSONEncoder.encode(["list": [Written(), Written()]])
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"list":[\#(plain),\#(plain)]}"#)
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Written()) }
    }

    private func expectSame(_ value: any Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let expected = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(String(decoding: try SortedJSONEncoder.encode(value), as: UTF8.self) == expected)
    }

    @Test func writesWhatFoundationWrites() throws {
        try expectSame(Outer())
        try expectSame(
            Outer(
                zeta: 7, alpha: 0, small: -2, sourceLang: "zh-Hans",
                inner: [
                    nil, Inner(text: "“Ні” / \"ja\" \\ \t\u{1}\u{7F}\u{2028}"),
                    Inner(
                        text: "مرحبا 👋🏽", numbers: [0, 1, -0.0, 0.85, 1e-7, 1e22, 123456789.125],
                        flags: ["Ж": true, "a": false, "_": true]),
                ],
                by: ["я": [1, -2], "B": [], "a b": [3]]))
        try expectSame(["id": JSONScalar.string("7")])
        try expectSame([JSONScalar.integer(7), .number(7.25), .number(3)])
        try expectSame(Nested())
        try expectSame("в кавычках")
        try expectSame([1, 2])
    }

    @Test func refusesWhatIsNoNumber() {
        #expect(throws: EncodingError.self) { try SortedJSONEncoder.encode([Double.nan]) }
    }
}
