internal import TextCore

/// Finds the speech of a paragraph that a dash opens: "— Да, — сказал он. — Пойдём."
struct DashDialogue {
    let bytes: UnsafeBufferPointer<UInt8>

    /// Where the speech begins when the paragraph starts with a dash.
    func speechStart(_ block: TextSpan) -> Int? {
        guard let dash = dashEnd(at: block.start, block.end) else { return nil }
        var offset = dash
        while offset < block.end, bytes[offset] == 0x20 { offset += 1 }
        // A hyphen is a list item's sign unless a blank follows it.
        if bytes[block.start] == 0x2D, offset == dash { return nil }
        return offset < block.end ? offset : nil
    }

    /// The dashes between speech and frame, with the blanks around them.
    func breaks(_ span: TextSpan) -> [TextSpan] {
        var breaks: [TextSpan] = []
        var offset = span.start
        while offset < span.end {
            if let end = dashEnd(at: offset, span.end), offset > span.start,
                bytes[offset - 1] == 0x20 || closes(end, span.end)
            {
                breaks.append(TextSpan(offset, end))
                offset = end
            } else {
                offset += 1
            }
        }
        return breaks
    }

    /// A dash before a mark of punctuation ends what stands between two dashes: "—dijo Marta—."
    private func closes(_ end: Int, _ limit: Int) -> Bool {
        end < limit && [0x2E, 0x2C, 0x3A, 0x3B].contains(bytes[end])
    }

    private func dashEnd(at offset: Int, _ limit: Int) -> Int? {
        guard offset < limit else { return nil }
        if bytes[offset] == 0x2D { return offset + 1 }
        guard bytes[offset] == 0xE2, offset + 2 < limit, bytes[offset + 1] == 0x80 else {
            return nil
        }
        return (0x93...0x95).contains(bytes[offset + 2]) ? offset + 3 : nil
    }
}
