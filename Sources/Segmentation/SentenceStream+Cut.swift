internal import TextCore

/// Where a window can be cut. Only its second half is asked, or a window could end almost where it began.
extension SentenceStream {
    /// The last sentence start in the window where a cut changes nothing, or hardly anything.
    func cut(_ text: Text, _ sentences: [TextSpan]) -> Int? {
        paragraphStart(text, sentences) ?? sentenceStart(text, sentences)
    }

    /// Behind a blank line; what a decision looks at beyond one is a word or two.
    private func paragraphStart(_ text: Text, _ sentences: [TextSpan]) -> Int? {
        let limit = text.count - min(4 << 10, text.count / 8)
        var index = sentences.count - 1
        while index >= 0, sentences[index].start * 2 >= text.count {
            let start = sentences[index].start
            let end = index == 0 ? 0 : sentences[index - 1].end
            let lineEnds = text.bytes[end..<start].count { $0 == 0x0A }
            if start <= limit, lineEnds >= (newline == .line ? 1 : 2) { return start }
            index -= 1
        }
        return nil
    }

    /// Inside a giant paragraph: well before the window's end, outside of `"` marks where there is such a place.
    private func sentenceStart(_ text: Text, _ sentences: [TextSpan]) -> Int? {
        let limit = text.count - min(64 << 10, text.count / 4)
        var outside: Int?
        var last: Int?
        var isMarkOpen = false
        var offset = 0
        for sentence in sentences {
            if sentence.start > limit { break }
            for byte in text.bytes[offset..<sentence.start] where byte == 0x22 {
                isMarkOpen.toggle()
            }
            offset = sentence.start
            guard offset * 2 >= text.count else { continue }
            last = offset
            if !isMarkOpen { outside = offset }
        }
        return outside ?? last
    }

    /// Somewhere in a sentence that goes on and on: at a space, else between two letters.
    func tear(_ text: Text) -> Int {
        let table = CharacterTable.shared
        let limit = text.count - max(1, min(64 << 10, text.count / 4))
        var between = limit
        while between > 0, table.isMark(at: between, of: text) { between -= 1 }
        var offset = between
        while offset * 2 > text.count {
            let (scalar, start) = text.scalar(before: offset)
            if table.isWhiteSpace(scalar) { return offset }
            offset = start
        }
        return between
    }
}

extension CharacterTable {
    /// Inside a character, or before a mark that belongs to it.
    fileprivate func isMark(at offset: Int, of text: Text) -> Bool {
        guard text.bytes[offset] & 0xC0 != 0x80 else { return true }
        switch category(text.scalar(at: offset).0) {
        case .nonSpacingMark, .enclosingMark, .spacingMark: return true
        default: return false
        }
    }
}
