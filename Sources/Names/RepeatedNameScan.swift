internal import TextCore

/// Finds again the persons that a text has named in full: by the whole name where nothing else speaks for it, or by
/// the word that stands for the person alone, in any case form.
struct RepeatedNameScan {
    private let evidence: NameEvidence
    private var families: Set<String> = []
    /// Whole names by their first word.
    private var wholes: [String: [[String]]] = [:]

    init(_ evidence: NameEvidence, _ found: [NameCandidate]) {
        self.evidence = evidence
        for candidate in found where candidate.kind == .person && candidate.words.count > 1 {
            for word in MentionLinker.familyWords(candidate.words, evidence) {
                families.insert(word.folded)
                families.formUnion(evidence.inflection.bases(of: word.folded))
            }
            let words = candidate.words.map(\.folded)
            if !(wholes[words[0]]?.contains(words) ?? false) {
                wholes[words[0], default: []].append(words)
            }
        }
    }

    func candidates(_ words: [TextWord]) -> [NameCandidate] {
        guard !families.isEmpty else { return [] }
        // By the words' numbers.
        var isFamily: [Int: Bool] = [:]
        var found: [NameCandidate] = []
        for (index, word) in words.enumerated()
        where word.shape == .capitalised || word.shape == .caseless {
            if let length = wholeLength(words, index) {
                found.append(
                    NameCandidate(words: Array(words[index..<index + length]), kind: .person))
            }
            let number = word.number ?? -1
            let known = isFamily[number] ?? isFamilyForm(word.folded)
            if number >= 0 { isFamily[number] = known }
            if known { found.append(NameCandidate(words: [word], kind: .person)) }
        }
        return found
    }

    private func wholeLength(_ words: [TextWord], _ start: Int) -> Int? {
        wholes[words[start].folded]?.first { whole in
            start + whole.count <= words.count
                && zip(whole, words[start...]).enumerated().allSatisfy { offset, pair in
                    pair.0 == pair.1.folded && (offset == 0 || pair.1.gap != .other)
                }
        }?.count
    }

    private func isFamilyForm(_ word: String) -> Bool {
        families.contains(word)
            || !evidence.inflection.isEmpty
                && evidence.inflection.bases(of: word).contains(where: families.contains)
    }
}
