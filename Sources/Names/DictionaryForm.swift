internal import LocaleData
internal import TextCore

/// Chooses the form of a name that a dictionary would give, by the evidence of the text and the locale's lists.
struct DictionaryForm {
    let evidence: NameEvidence
    /// Folded capitalised words of the text, with how often each occurs.
    let seen: [String: Int]

    /// The words of a name in their dictionary form, as written where nothing speaks for another one.
    func words(_ words: [TextWord], in text: Text) -> [String] {
        let written = words.map { text[$0.span] }
        guard !evidence.inflection.isEmpty else { return written }
        let bases = words.map(likeliest)
        // Parts of one name stand in one case: one that is surely inflected speaks for the others.
        let isInflected = zip(words, bases).contains { word, base in
            base.isSure && base.form != word.folded
        }
        return zip(zip(words, bases), written).map { pair, written in
            let (word, base) = pair
            let form = base.isSure || !isInflected ? base.form : withCase(word, base.form)
            return Self.restored(written, folded: word.folded, form: form)
        }
    }

    private func likeliest(_ word: TextWord) -> (form: String, isSure: Bool) {
        guard word.shape == .capitalised, !evidence.isParticle(word.folded) else {
            return (word.folded, false)
        }
        var best = (form: word.folded, score: score(word.folded) + 1)
        for base in evidence.inflection.bases(of: word.folded, limit: 8) {
            let score = score(base)
            if score > best.score { best = (base, score) }
        }
        return (best.form, best.score >= 3)
    }

    private func score(_ form: String) -> Int {
        let names = evidence.profile.names
        var score = 0
        if names.givenNames.contains(form) { score += 4 }
        if evidence.endsAsFamily(form) { score += 2 }
        if names.patronymicEndings.contains(where: form.hasSuffix) { score += 3 }
        score += min(2, seen[form] ?? 0)
        return score
    }

    /// A word beside an inflected one: its likeliest base, if it has any.
    private func withCase(_ word: TextWord, _ form: String) -> String {
        guard form == word.folded, word.shape == .capitalised, !evidence.isParticle(form) else {
            return form
        }
        return evidence.inflection.bases(of: word.folded, limit: 1).first ?? form
    }

    /// The written word with the ending that the folded form has.
    static func restored(_ written: String, folded: String, form: String) -> String {
        guard form != folded else { return written }
        let old = Array(folded.unicodeScalars)
        let new = Array(form.unicodeScalars)
        var shared = 0
        while shared < min(old.count, new.count), old[shared] == new[shared] { shared += 1 }
        let kept = written.unicodeScalars.prefix(shared)
        return String(String.UnicodeScalarView(kept))
            + String(String.UnicodeScalarView(new[shared...]))
    }
}
