internal import TextCore

/// Finds what tells who is speaking inside the words themselves: «Мы, — сказал мэр, — готовы»,
/// « Le barrage, a expliqué l'ingénieur, tiendra ».
struct SpeechInsertion {
    let bytes: UnsafeBufferPointer<UInt8>
    let lexicon: QuoteLexicon
    /// An insertion may also end with a sentence, as in a dialogue without marks.
    var mayEndSentence = false

    /// The longest insertion in bytes.
    private static let longest = 160

    /// - Returns: the insertions with the marks and blanks around them, in text order.
    func insertions(in span: TextSpan) -> [TextSpan] {
        var found: [TextSpan] = []
        var offset = span.start
        while offset < span.end {
            if let opening = opening(at: offset, span.end), opening.end < span.end,
                let end = end(of: opening, span.end)
            {
                found.append(TextSpan(opening.start, end))
                offset = end
            } else {
                offset += 1
            }
        }
        return found
    }

    /// A comma or another mark, then perhaps a dash, and a blank.
    private func opening(at offset: Int, _ limit: Int) -> TextSpan? {
        guard [0x2C, 0x21, 0x3F].contains(bytes[offset]) else { return nil }
        var end = offset + 1
        while end < limit, bytes[end] == 0x20 || bytes[end] == 0xC2 || bytes[end] == 0xA0 {
            end += 1
        }
        if let dash = dashEnd(at: end, limit) { end = dash }
        while end < limit, bytes[end] == 0x20 { end += 1 }
        return end > offset + 1 ? TextSpan(offset, end) : nil
    }

    private func dashEnd(at offset: Int, _ limit: Int) -> Int? {
        guard offset + 2 < limit, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80,
            (0x93...0x95).contains(bytes[offset + 2])
        else { return nil }
        return offset + 3
    }

    /// Where an insertion ends: a verb of saying, its subject, and a mark behind them.
    private func end(of opening: TextSpan, _ limit: Int) -> Int? {
        var tokenizer = FrameTokenizer(bytes, lexicon)
        guard begins(at: opening.end, limit, &tokenizer) else { return nil }
        var stop = min(limit, opening.end + Self.longest)
        while stop > opening.end, stop < limit, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
        let tokens = tokenizer.run(TextSpan(opening.end, stop), opaque: [])
        guard let verb = tokens.prefix(3).firstIndex(where: { $0.has(.speech) }),
            tokens[..<verb].allSatisfy({ $0.has([.auxiliary, .pronoun]) }),
            tokens[...verb].allSatisfy({ $0.kind == .word && !$0.isCapitalised }),
            let subject = subject(tokens, verb)
        else { return nil }
        if mayEndSentence, let end = sentenceEnd(opening.end, stop, tokens[subject...]) {
            return end
        }
        guard let mark = tokens[subject...].first(where: { !$0.isWordLike }) else { return nil }
        var end = Int(mark.start)
        // The mark behind it is the insertion's own, but for the stop of a sentence, which no token shows.
        while end > opening.end, bytes[end - 1] == 0x20 { end -= 1 }
        guard [.comma, .dash].contains(mark.kind), !hasStop(opening.end, end) else { return nil }
        end = Int(mark.end)
        while end < limit, bytes[end] == 0x20 { end += 1 }
        if let dash = dashEnd(at: end, limit) { end = dash }
        while end < limit, bytes[end] == 0x20 { end += 1 }
        return end < limit ? end : nil
    }

    /// A verb of saying stands among the first words; few stretches behind a comma have one.
    private func begins(at offset: Int, _ limit: Int, _ tokenizer: inout FrameTokenizer) -> Bool {
        var stop = min(limit, offset + 48)
        while stop > offset, stop < limit, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
        return tokenizer.run(TextSpan(offset, stop), opaque: []).prefix(3).contains {
            $0.has(.speech)
        }
    }

    /// Behind the stop that ends the insertion's sentence, or at the end of the paragraph.
    private func sentenceEnd(_ start: Int, _ limit: Int, _ tokens: ArraySlice<Token>) -> Int? {
        let mark = tokens.first { !$0.isWordLike && $0.kind != .terminator }
        let last = mark.map { Int($0.start) } ?? limit
        var offset = start
        while offset < last {
            if [0x2E, 0x21, 0x3F].contains(bytes[offset]),
                offset + 1 == last && mark == nil || offset + 1 < last && bytes[offset + 1] == 0x20
            {
                var end = offset + 1
                while end < limit, bytes[end] == 0x20 { end += 1 }
                return end
            }
            offset += 1
        }
        return nil
    }

    /// The token behind the verb that begins its subject.
    private func subject(_ tokens: [Token], _ verb: Int) -> Int? {
        let isInverted = tokens[..<verb].contains { $0.has(.pronoun) }
        guard verb + 1 < tokens.count else { return nil }
        if isInverted { return verb + 1 }
        let head = tokens[verb + 1]
        guard head.kind == .word, !head.has(.complementizer),
            head.isCapitalised || head.isUncased
                || head.has(
                    WordClasses.pronoun.union(.anyRole).union([.determiner, .body, .title]))
        else { return nil }
        return verb + 1
    }

    /// A full stop and a blank.
    private func hasStop(_ start: Int, _ end: Int) -> Bool {
        var offset = start
        while offset + 1 < end {
            if bytes[offset] == 0x2E, bytes[offset + 1] == 0x20 { return true }
            offset += 1
        }
        return false
    }
}
