internal import Corpus

/// Names that stay the same as long as what they name does: `urn:uuid:` (RFC 9562, version 8) of what tells it apart.
enum StableIdentifier {
    static func of(_ parts: String...) -> String {
        // A separator that no part contains.
        let bytes = Array(parts.joined(separator: "\u{0}").utf8)
        var digits = Array((Revision(of: bytes).string + Revision(of: bytes + [1]).string).utf8)
        digits[12] = UInt8(ascii: "8")
        digits[16] = UInt8(ascii: "9")
        let text = String(decoding: digits, as: UTF8.self)
        var groups: [Substring] = []
        var start = text.startIndex
        for length in [8, 4, 4, 4, 12] {
            let end = text.index(start, offsetBy: length)
            groups.append(text[start..<end])
            start = end
        }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
