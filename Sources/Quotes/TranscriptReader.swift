internal import LocaleData
internal import TextCore

/// Finds the labels of a transcript's turns: `MINISTER (through interpreter): Good evening.`
struct TranscriptReader {
    struct Label {
        let speaker: TextSpan
        /// With its note, without the colon.
        let span: TextSpan
        /// After the colon.
        let end: Int
    }

    let document: Document
    let lexicon: QuoteLexicon
    let matches: [[MediationScanner.Match]]

    /// By block; only labels that are surely ones: in capitals, with a note of mediation, or returning.
    func labels() -> [Label?] {
        let candidates = document.blocks.indices.map(candidate)
        var counts: [String: Int] = [:]
        for case let label? in candidates { counts[document.text[label.speaker], default: 0] += 1 }
        let returning = counts.values.filter { $0 >= 2 }.count
        return candidates.enumerated().map { index, label in
            guard let label else { return nil }
            let name = document.text[label.speaker]
            let isNoted = matches[index].contains {
                $0.scope != .session && label.span.contains($0.span)
            }
            let returns = (counts[name] ?? 0) >= 2 && returning >= 2
            return isNoted || isInCapitals(name) || returns ? label : nil
        }
    }

    private func isInCapitals(_ name: String) -> Bool {
        let letters = name.unicodeScalars.filter { CharacterTable.shared.isLetter($0) }
        return letters.count >= 4
            && letters.allSatisfy { CharacterTable.shared.isUppercase($0) }
    }

    private func candidate(_ index: Int) -> Label? {
        let block = document.blocks[index]
        guard block.kind == .paragraph || block.kind == .quotation || block.kind == .listItem,
            let colon = colon(block.span)
        else { return nil }
        let label = document.text.trimmed(TextSpan(block.span.start, colon.start))
        let speaker = document.text.trimmed(TextSpan(label.start, note(label) ?? label.end))
        guard !speaker.isEmpty, isName(speaker), colon.end < block.span.end else { return nil }
        return Label(speaker: speaker, span: label, end: colon.end)
    }

    private func colon(_ block: TextSpan) -> TextSpan? {
        let bytes = document.text.bytes
        var offset = block.start
        let limit = min(block.end, block.start + 160)
        while offset < limit {
            if bytes[offset] == 0x3A { return TextSpan(offset, offset + 1) }
            if bytes[offset] == 0xEF, offset + 2 < limit, bytes[offset + 1] == 0xBC,
                bytes[offset + 2] == 0x9A
            {
                return TextSpan(offset, offset + 3)
            }
            offset += 1
        }
        return nil
    }

    /// Where a note in brackets begins.
    private func note(_ label: TextSpan) -> Int? {
        var offset = label.start
        while offset < label.end {
            let (scalar, next) = document.text.scalar(at: offset)
            if CharacterTable.shared.category(scalar) == .open { return offset }
            offset = next
        }
        return nil
    }

    /// A few words without a verb or a mark of punctuation.
    private func isName(_ span: TextSpan) -> Bool {
        document.text.bytes.withUnsafeBufferPointer { bytes in
            var tokenizer = FrameTokenizer(bytes, lexicon)
            let tokens = tokenizer.run(span, opaque: [])
            guard (1...7).contains(tokens.count) || !lexicon.hasSpaces && tokens.count <= 12 else {
                return false
            }
            return tokens.allSatisfy { $0.isWordLike }
                && !tokens[0].has([.preposition, .boundary])
                && (tokens[0].isCapitalised || tokens[0].isUncased)
                && !tokens.contains { $0.has(.verb) && !$0.isCapitalised && !$0.has(.noun) }
        }
    }
}
