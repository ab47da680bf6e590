internal import TextCore

/// White space, weight and ends of running text, on UTF-8 bytes.
enum Prose {
    /// Collapses white space to single spaces, trims, and drops what is only there for layout: soft hyphens,
    /// zero-width spaces and byte-order marks. A no-break space between words stays one.
    static func collapse(_ bytes: some Collection<UInt8>) -> String {
        var out: [UInt8] = []
        append(bytes, to: &out)
        trim(&out)
        return Text(utf8: out).string
    }

    /// Appends with white space collapsed, also across the seam.
    static func append(_ bytes: some Collection<UInt8>, to out: inout [UInt8]) {
        out.reserveCapacity(out.count + bytes.count)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            if byte <= 0x20 || byte == 0x7F {
                if out.last != 0x20 { out.append(0x20) }
                continue
            }
            out.append(byte)
            if byte == 0xAD || byte == 0x8B || byte == 0xBF { dropInvisible(&out) }
        }
    }

    private static func dropInvisible(_ out: inout [UInt8]) {
        let count = out.count
        if count >= 2, out[count - 2] == 0xC2, out[count - 1] == 0xAD {
            out.removeLast(2)
        } else if count >= 3,
            (out[count - 3] == 0xE2 && out[count - 2] == 0x80 && out[count - 1] == 0x8B)
                || (out[count - 3] == 0xEF && out[count - 2] == 0xBB && out[count - 1] == 0xBF)
        {
            out.removeLast(3)
        }
    }

    static func trim(_ out: inout [UInt8]) {
        while out.last == 0x20 { out.removeLast() }
        if out.first == 0x20 { out.removeFirst() }
        guard let first = out.first, first >= 0x80 || (out.last ?? 0) >= 0x80 else { return }
        let text = Text(utf8: out)
        let span = text.trimmed(text.span)
        if span != text.span { out = Array(text.bytes[span.range]) }
    }

    /// About how many words: letters count a fifth, characters of scripts without spaces six tenths.
    static func weight(_ bytes: some Sequence<UInt8>) -> Double {
        var fifths = 0
        var tenths = 0
        for byte in bytes {
            if byte < 0x80 {
                let letter = byte | 0x20
                if letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39 { fifths += 1 }
            } else if byte >= 0xC3 && byte < 0xE0 {
                fifths += 1
            } else if byte >= 0xE3 && byte <= 0xED {
                tenths += 6
            } else if byte == 0xE0 || byte == 0xE1 {
                tenths += 2
            }
        }
        return Double(fifths) / 5 + Double(tenths) / 10
    }

    /// True when the text ends as a sentence does; closing marks after the end do not matter.
    static func endsSentence(_ bytes: [UInt8]) -> Bool {
        var end = bytes.count
        while end > 0 {
            let (scalar, start) = UTF8Decoding.scalar(bytes, before: end)
            switch scalar {
            case ".", "!", "?", "…", "。", "！", "？", "؟", "।", "։", "።", "｡", "۔", "ฯ": return true
            case "\"", "'", "”", "’", "»", "«", ")", "]", "」", "』", "）", "“", "‘", " ", "*":
                end = start
            default: return false
            }
        }
        return false
    }
}
