internal import TextCore

/// A page's bytes as UTF-8, from whatever encoding they are in.
enum PageDecoder {
    /// A byte-order mark decides, then valid UTF-8, then what the page declares, then ICU's detection.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if let name = byteOrderMark(bytes) {
            return TextEncoding.convert(bytes, from: name) ?? bytes
        }
        let text = Text(utf8: bytes)
        if text.repairs.isEmpty { return text.bytes }
        if let name = declaredEncoding(bytes), !isUTF8(name),
            let converted = TextEncoding.convert(bytes, from: name)
        {
            return Text(utf8: converted).bytes
        }
        // A few broken bytes in a long page are slips of UTF-8 and no other encoding.
        if text.repairs.count * 200 < bytes.count, hasLongSequences(text) { return text.bytes }
        if let (name, confidence) = TextEncoding.detect(Array(bytes.prefix(100_000))),
            confidence > 10,
            let converted = TextEncoding.convert(bytes, from: name)
        {
            return Text(utf8: converted).bytes
        }
        return text.bytes
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
        if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
        return nil
    }

    private static func isUTF8(_ name: String) -> Bool {
        ["utf-8", "utf8"].contains(name.lowercased())
    }

    /// More characters beyond ASCII that are sound than bytes that are not.
    private static func hasLongSequences(_ text: Text) -> Bool {
        let leads = text.bytes.reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) }
        return leads > text.repairs.count * 10
    }

    /// `charset=…` within the first 4 KB, as a meta element or an XML declaration has it.
    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = Text(String(decoding: bytes.prefix(4096), as: UTF8.self))
        guard
            let pattern = try? RegularExpression(
                "(?:charset|encoding)\\s*=\\s*[\"']?\\s*(?<name>[a-z0-9_:.-]+)", groups: ["name"])
        else { return nil }
        return pattern.firstMatch(in: head)?.groups["name"].map { head[$0] }
    }
}
