internal import TextCore

/// Tells where the source denies something and the translation does not.
struct NegationComparison {
    let source: Passage
    let target: Passage
    let beads: [Bead]

    /// Where the sentences are linked less surely, only the whole passages are compared.
    private static let certain = 0.6

    var divergences: [Divergence] {
        guard !source.lexicon.negations.isEmpty, !target.lexicon.negations.isEmpty,
            count(source, source.span) > 0
        else { return [] }
        if count(target, target.span) == 0 { return [divergence(source.span, target.span)] }
        return beads.filter { $0.isLink && $0.score >= Self.certain }.compactMap { bead in
            let from = source.span(ofSentences: bead.source)
            let to = target.span(ofSentences: bead.target)
            return count(source, from) > 0 && count(target, to) == 0 ? divergence(from, to) : nil
        }
    }

    private func divergence(_ from: TextSpan, _ to: TextSpan) -> Divergence {
        Divergence(
            .negation, source: from, target: to, "the source denies something, this does not")
    }

    private func count(_ passage: Passage, _ span: TextSpan) -> Int {
        passage.lexicon.negationCount(Normalizer.fold(passage.text[span]))
    }
}

extension Passage {
    fileprivate func span(ofSentences range: Range<Int>) -> TextSpan {
        sentences[range.lowerBound].union(sentences[range.upperBound - 1])
    }
}
