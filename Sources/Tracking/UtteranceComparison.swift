internal import Corpus
internal import Quotes
internal import TextCore

/// Says in what the renderings of one utterance differ.
struct UtteranceComparison {
    private let renderings: [Rendering]
    private let wordings: [VersionKey: RenderingWords]
    private let lengths: RenderingLengths

    /// - Parameter wordings: of these renderings at least.
    init(
        _ renderings: [Rendering], _ wordings: [VersionKey: RenderingWords],
        _ lengths: RenderingLengths
    ) {
        self.renderings = renderings
        self.wordings = wordings
        self.lengths = lengths
    }

    var differences: [UtteranceDifference] {
        guard renderings.count > 1 else { return [] }
        return [mediation, form, speaker, negation, length].compactMap { $0 } + numbers + names
            + clauses
    }

    private func split(_ test: (Rendering) -> Bool) -> (yes: [VersionKey], no: [VersionKey]) {
        (renderings.filter(test).map(\.version), renderings.filter { !test($0) }.map(\.version))
    }

    private var mediation: UtteranceDifference? {
        let (flagged, unflagged) = split { $0.quotes.contains { $0.mediation.kind != .none } }
        // The words as they were spoken need no flag.
        let spoken = renderings.flatMap(\.quotes).compactMap(\.mediation.sourceLanguage)
        let silent = unflagged.filter { key in !spoken.contains { $0.matches(key.language) } }
        return flagged.isEmpty || silent.isEmpty
            ? nil : .mediation(flagged: flagged, silent: silent)
    }

    private var form: UtteranceDifference? {
        let (paraphrased, quoted) = split { $0.quotes.allSatisfy { $0.form == .indirect } }
        return quoted.isEmpty || paraphrased.isEmpty
            ? nil : .form(quoted: quoted, paraphrased: paraphrased)
    }

    private var speaker: UtteranceDifference? {
        var names: [String: [VersionKey]] = [:]
        for rendering in renderings {
            if let key = rendering.quotes.compactMap({ $0.speaker?.key }).first {
                names[key, default: []].append(rendering.version)
            }
        }
        return names.count > 1 ? .speaker(names) : nil
    }

    /// Not told where the renderings are no longer the same words: what is left out denies nothing.
    private var negation: UtteranceDifference? {
        let (yes, no) = split { wordings[$0.version]?.negates ?? false }
        let silent = no.filter { wordings[$0]?.canNegate ?? false }
        return yes.isEmpty || silent.isEmpty ? nil : .negation(present: yes, absent: silent)
    }

    private var numbers: [UtteranceDifference] {
        let all = renderings.reduce(into: Set<Double>()) { all, rendering in
            all.formUnion(wordings[rendering.version]?.numbers.values ?? [])
        }
        return all.sorted().compactMap { number in
            let (present, absent) = split { wordings[$0.version]?.states(number) ?? true }
            let stating = present.filter { wordings[$0]?.numbers.values.contains(number) ?? false }
            return absent.isEmpty
                ? nil
                : .number(NumberReader.written(number), present: stating, absent: absent)
        }
    }

    private var names: [UtteranceDifference] {
        let all = renderings.reduce(into: [String: String]()) { all, rendering in
            all.merge(wordings[rendering.version]?.names ?? [:]) { first, _ in first }
        }
        return all.sorted { $0.key < $1.key }.compactMap { key, name in
            let (present, absent) = split { wordings[$0.version]?.names[key] != nil }
            return absent.isEmpty ? nil : .name(name, present: present, absent: absent)
        }
    }

    /// Clauses are compared by their letters, hence within one language alone.
    private var clauses: [UtteranceDifference] {
        let byLanguage = Dictionary(grouping: renderings) { $0.version.language }
        return byLanguage.sorted { $0.key.string < $1.key.string }.flatMap { _, same in
            same.flatMap { rendering in
                let others = same.filter { $0.version != rendering.version }
                return (wordings[rendering.version]?.clauses ?? []).compactMap { clause in
                    let absent = others.map(\.version).filter {
                        !(wordings[$0]?.says(clause) ?? true)
                    }
                    return absent.isEmpty
                        ? nil
                        : UtteranceDifference.clause(
                            clause.text, present: [rendering.version], absent: absent)
                }
            }
        }
    }

    /// Another language alone makes no rendering so much shorter.
    private var length: UtteranceDifference? {
        let usual = renderings.compactMap { rendering in
            lengths.usual(rendering).map { (version: rendering.version, length: $0) }
        }
        guard let longest = usual.map(\.length).max() else { return nil }
        let short = usual.filter {
            $0.length < 0.5 * longest && longest - $0.length > 30
        }.map(\.version)
        let long = usual.filter { $0.length > 0.75 * longest }.map(\.version)
        return short.isEmpty ? nil : .length(short: short, long: long)
    }
}
