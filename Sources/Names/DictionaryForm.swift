internal import LocaleData
internal import TextCore

/// Chooses the form of a name that a dictionary would give, by the evidence of the text and the locale's lists.
///
/// The parts of a name stand in one case, so all of them are taken as written or all with their endings undone:
/// "Ивана Петрова" is a man in the genitive, "Анна Петрова" a woman in the nominative.
struct DictionaryForm {
    let evidence: NameEvidence
    /// Folded capitalised words of the text, with how often each occurs.
    let seen: [String: Int]

    func words(of candidate: NameCandidate, in text: Text) -> [String] {
        let words = candidate.words
        let written = words.map { text[$0.span] }
        let forms = candidate.form ?? (evidence.inflection.isEmpty ? nil : forms(of: words))
        guard let forms else { return written }
        return zip(zip(words, forms), written).map { pair, written in
            Self.restored(written, folded: pair.0.folded, form: pair.1)
        }
    }

    private func forms(of words: [TextWord]) -> [String] {
        let bases = words.map(base)
        let asWritten = words.reduce(1) { $0 + (isVariable($1) ? evidence.worth($1.folded) : 0) }
        let undone = bases.reduce(0) { $0 + ($1?.worth ?? 0) }
        guard undone > asWritten else { return words.map(\.folded) }
        return zip(words, bases).map { word, base in
            guard let base, base.worth > 0 || !isIndeclinable(word.folded) else {
                return word.folded
            }
            return base.form
        }
    }

    private func isVariable(_ word: TextWord) -> Bool {
        word.shape == .capitalised && !evidence.isParticle(word.folded)
    }

    /// A word that the lists know as it stands, or that the text has in this one form again and again.
    private func isIndeclinable(_ form: String) -> Bool {
        evidence.profile.names.givenNames.contains(form) || seen[form, default: 0] > 1
    }

    /// The likeliest form that the word is a case of.
    private func base(_ word: TextWord) -> (form: String, worth: Int)? {
        guard isVariable(word) else { return nil }
        var best: (form: String, worth: Int)?
        for (form, known) in evidence.declensions(of: word.folded) {
            // That the text has the form itself is the best evidence there is.
            let worth = known + (seen[form] == nil ? 0 : 3)
            if best.map({ worth > $0.worth }) ?? true { best = (form, worth) }
        }
        return best
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
