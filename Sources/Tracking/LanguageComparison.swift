internal import TextCore

/// Tells a translation that is none: the source's own words, or a third language.
struct LanguageComparison {
    let source: Passage
    let target: Passage

    /// Fewer letters are names, or one word that several languages have.
    private static let shortest = 12

    /// Letters that tell languages of one script apart.
    private static let longEnough = 30
    /// The share of words in common above which a text is the source's, not translated.
    private static let copied = 0.7

    private static func shared(_ form: SentenceForm, _ other: SentenceForm) -> Double {
        let words = form.words.split(separator: " ")
        let known = Set(other.words.split(separator: " "))
        return Double(words.filter(known.contains).count) / Double(max(1, words.count))
    }

    var divergence: Divergence? {
        guard source.language.language != target.language.language else { return nil }
        let (from, to) = (SentenceForm(source.words), SentenceForm(target.words))
        let letters = to.words.unicodeScalars.filter(CharacterTable.shared.isLetter).count
        guard letters >= Self.shortest else { return nil }
        if from.words == to.words {
            return Divergence(
                .language, source: source.span, target: target.span, "not translated")
        }
        guard let detected = target.detected,
            detected.language != target.language.language
        else { return nil }
        guard letters >= Self.longEnough || detected.likelyScript != target.language.likelyScript
        else { return nil }
        // A detector takes a sentence full of the source's names for the source's language.
        if detected.language == source.language.language, Self.shared(to, from) < Self.copied {
            return nil
        }
        return Divergence(
            .language, source: source.span, target: target.span,
            "in \(detected), not in \(target.language)")
    }
}
