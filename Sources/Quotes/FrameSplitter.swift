internal import TextCore

/// Cuts a paragraph into frames: sentences, but never inside a quotation, nor between it and the words that report it.
struct FrameSplitter {
    let bytes: UnsafeBufferPointer<UInt8>
    let block: TextSpan
    /// The outermost ones, in text order.
    let quotations: [Quotation]
    let lexicon: QuoteLexicon

    func frames(_ sentences: [TextSpan]) -> [TextSpan] {
        var frames: [TextSpan] = []
        var start = block.start
        var next = 0
        for (index, sentence) in sentences.enumerated() where index + 1 < sentences.count {
            let end = min(sentence.end, block.end)
            while next < quotations.count, quotations[next].outer.end < end { next += 1 }
            if next < quotations.count, quotations[next].outer.start < end,
                end < quotations[next].outer.end
            {
                continue
            }
            let closes = next < quotations.count && quotations[next].outer.end == end
            if closes, isAttribution(sentences[index + 1]) { continue }
            if end > start { frames.append(TextSpan(start, end)) }
            start = max(start, min(sentences[index + 1].start, block.end))
        }
        if block.end > start { frames.append(TextSpan(start, block.end)) }
        return frames
    }

    /// "“Why?” Keller asked." was cut after the mark, yet is one frame.
    private func isAttribution(_ sentence: TextSpan) -> Bool {
        guard bytes[sentence.start] < 0x80 || sentence.count < 400 else { return false }
        var tokenizer = FrameTokenizer(bytes, lexicon)
        let end = min(sentence.end, sentence.start + 160)
        let tokens = tokenizer.run(TextSpan(sentence.start, end), opaque: [])
        if isSignature(tokens) { return true }
        // Where no spaces stand, a token may be one character.
        let longest = lexicon.hasSpaces ? 6 : 24
        var words = 0
        for (index, token) in tokens.enumerated() {
            if token.has(.speech), !token.isCapitalised, words <= longest {
                return ends(tokens, after: index) || index == 0
            }
            if !token.isWordLike && token.kind != .comma { return false }
            words += token.isWordLike ? 1 : 0
            if words > longest { return false }
        }
        return false
    }

    /// "– Marta Lind": a dash and a name.
    private func isSignature(_ tokens: [Token]) -> Bool {
        guard tokens.count >= 2, tokens.count <= 9, tokens[0].kind == .dash else { return false }
        return tokens[1].kind == .word && (tokens[1].isCapitalised || tokens[1].isUncased)
            && tokens[1...].allSatisfy { $0.isWordLike || $0.kind == .comma }
            && !tokens.contains { $0.has(.verb) && !$0.isCapitalised }
    }

    /// Nothing reported follows the verb: it looks back at the quotation.
    private func ends(_ tokens: [Token], after index: Int) -> Bool {
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        // A clause that the verb reports follows: "Keller said, that …".
        if next.kind == .comma, lexicon.takesClauseAfterComma, index > 0 { return false }
        if [.comma, .terminator, .mark].contains(next.kind) { return true }
        return next.has([.temporal, .preposition]) && !next.has(.complementizer)
    }
}
