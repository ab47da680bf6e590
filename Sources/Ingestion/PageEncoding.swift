internal import TextCore

/// A page's bytes into UTF-8.
enum PageEncoding {
    struct Decoded {
        /// Well-formed, without NULs or a byte-order mark.
        let bytes: [UInt8]
        let encoding: String
        /// Set when the encoding was neither declared nor UTF-8.
        let isGuessed: Bool
    }

    /// By byte-order mark, by being UTF-8, by what the page declares, and else by ICU's detection.
    static func decode(_ input: [UInt8]) -> Decoded {
        if let wide = wideMark(input), let bytes = TextEncoding.convert(input, from: wide) {
            return Decoded(bytes: clean(Text(utf8: bytes)), encoding: wide, isGuessed: false)
        }
        let text = Text(utf8: input)
        let ill = illFormedShare(input, text.repairs)
        if ill == 0 { return Decoded(bytes: clean(text), encoding: "utf-8", isGuessed: false) }
        let declared = declared(in: input).map(usual)
        // A few broken bytes in a page that says it is UTF-8 are damage, many are a wrong label.
        if declared ?? "utf-8" == "utf-8", ill < 0.1 {
            return Decoded(bytes: clean(text), encoding: "utf-8", isGuessed: false)
        }
        if let declared, declared != "utf-8",
            let bytes = TextEncoding.convert(input, from: declared)
        {
            return Decoded(bytes: clean(Text(utf8: bytes)), encoding: declared, isGuessed: false)
        }
        if let guess = TextEncoding.detect(input), guess.confidence >= 10,
            let bytes = TextEncoding.convert(input, from: usual(guess.name))
        {
            return Decoded(
                bytes: clean(Text(utf8: bytes)), encoding: usual(guess.name), isGuessed: true)
        }
        return Decoded(bytes: clean(text), encoding: "utf-8", isGuessed: true)
    }

    private static func wideMark(_ input: [UInt8]) -> String? {
        input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) ? "utf-16" : nil
    }

    /// The share of sequences beyond ASCII that are no UTF-8; a sequence cut off by the end does not count.
    private static func illFormedShare(_ input: [UInt8], _ repairs: [Text.Repair]) -> Double {
        let inner = repairs.count { $0.inputOffset + $0.byteCount < input.count }
        guard inner > 0 else { return 0 }
        let leads = input.reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) }
        return Double(inner) / Double(max(leads, inner))
    }

    /// libxml2 stops at a NUL.
    private static func clean(_ text: Text) -> [UInt8] {
        guard text.bytes.contains(0) else { return text.bytes }
        return text.bytes.map { $0 == 0 ? 0x20 : $0 }
    }

    /// What `<meta charset>` or an XML declaration says, within the first bytes as browsers look.
    private static func declared(in input: [UInt8]) -> String? {
        let head = Array(input.prefix(4096)).map { $0 < 0x80 ? $0 : 0x3F }
        let text = String(decoding: head, as: UTF8.self).lowercased()
        for marker in ["charset", "encoding"] {
            for rest in text.split(separator: marker, omittingEmptySubsequences: false).dropFirst()
            {
                let value = rest.drop { " =\"'\t\n".contains($0) }
                    .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
                if rest.first.map({ " =".contains($0) }) == true, !value.isEmpty {
                    return String(value)
                }
            }
        }
        return nil
    }

    /// The encoding that pages mean by a label: the one that browsers use (WHATWG Encoding Standard, section 4.2).
    private static func usual(_ label: String) -> String {
        let name = label.lowercased()
        return supersets[name] ?? name
    }

    private static let supersets = [
        "utf8": "utf-8", "us-ascii": "windows-1252", "ascii": "windows-1252",
        "iso-8859-1": "windows-1252", "latin1": "windows-1252", "iso8859-1": "windows-1252",
        "iso-8859-9": "windows-1254", "iso-8859-11": "windows-874", "tis-620": "windows-874",
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
        "euc-kr": "windows-949", "ks_c_5601-1987": "windows-949", "shift_jis": "windows-31j",
        "x-sjis": "windows-31j", "sjis": "windows-31j", "big5": "big5-hkscs",
    ]
}
