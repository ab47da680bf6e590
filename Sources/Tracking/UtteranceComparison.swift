internal import Corpus
internal import Quotes
internal import TextCore

/// Says in what the renderings of one utterance differ.
struct UtteranceComparison {
    private let renderings: [Rendering]
    private let texts: [VersionKey: VersionQuotes]

    init(_ renderings: [Rendering], _ texts: [VersionQuotes]) {
        self.renderings = renderings
        self.texts = Dictionary(texts.map { ($0.version, $0) }, uniquingKeysWith: { a, _ in a })
    }

    var differences: [UtteranceDifference] {
        guard renderings.count > 1 else { return [] }
        return [mediation, form, speaker].compactMap { $0 } + numbers
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

    /// Numbers of two digits or more, in any script's digits; small ones are often spelled out.
    private var numbers: [UtteranceDifference] {
        let found = renderings.map { (version: $0.version, numbers: numbers(in: $0)) }
        let all = found.reduce(into: Set<String>()) { $0.formUnion($1.numbers) }
        return all.sorted().compactMap { number in
            let present = found.filter { $0.numbers.contains(number) }.map(\.version)
            let absent = found.filter { !$0.numbers.contains(number) }.map(\.version)
            return absent.isEmpty ? nil : .number(number, present: present, absent: absent)
        }
    }

    private func numbers(in rendering: Rendering) -> Set<String> {
        guard let text = texts[rendering.version]?.text else { return [] }
        let table = CharacterTable.shared
        var numbers: Set<String> = []
        var digits = ""
        for quote in rendering.quotes {
            for scalar in text[quote.span].unicodeScalars {
                if let digit = table.digit(scalar) {
                    digits += "\(digit)"
                } else {
                    if digits.count > 1 { numbers.insert(digits) }
                    digits = ""
                }
            }
            if digits.count > 1 { numbers.insert(digits) }
            digits = ""
        }
        return numbers
    }
}
