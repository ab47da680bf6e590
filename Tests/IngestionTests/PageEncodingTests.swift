import Foundation
import Testing

@testable import Ingestion

struct PageEncodingTests {
    static let text =
        "Мост через северный канал закрыт до осени, решил в понедельник городской совет."

    static func bytes(_ head: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require((head + text).data(using: encoding)))
    }

    @Test(arguments: [
        ("<meta charset=\"windows-1251\">", String.Encoding.windowsCP1251),
        (
            "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">",
            .windowsCP1251
        ),
        ("<p>", .windowsCP1251), ("<meta charset=utf-8>", .windowsCP1251),
        ("<meta charset=koi8-r>", .utf8), ("<meta charset=latin1>", .utf8), ("<p>", .utf16),
    ])
    func theTextIsRead(head: String, encoding: String.Encoding) throws {
        let decoded = PageEncoding.decode(try Self.bytes(head, encoding))
        #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix(Self.text))
    }

    @Test func aFewBrokenBytesAreDamageOnly() throws {
        var bytes = try Self.bytes("<meta charset=utf-8>", .utf8)
        bytes.insert(0xFF, at: 60)
        bytes.append(0xD0)
        let decoded = PageEncoding.decode(bytes)
        #expect(decoded.encoding == "utf-8")
        #expect(String(decoding: decoded.bytes, as: UTF8.self).contains("северный"))
    }

    @Test func aZeroDoesNotEndThePage() {
        let decoded = PageEncoding.decode(Array("<p>a\u{0}b</p>".utf8))
        #expect(!decoded.bytes.contains(0))
    }
}
