internal import LocaleData

/// Undoes case endings of names.
struct Inflection: Sendable {
    private struct Ending: Sendable {
        let form: String
        let base: String
    }

    /// Longest form first.
    private let endings: [Ending]

    var isEmpty: Bool { endings.isEmpty }

    init(_ profile: NameProfile) {
        endings = profile.caseEndings.flatMap { ending in
            ending.forms.filter { $0 != ending.base }.map { Ending(form: $0, base: ending.base) }
        }.sorted {
            ($1.form.unicodeScalars.count, $0.form, $0.base)
                < ($0.form.unicodeScalars.count, $1.form, $1.base)
        }
    }

    /// Forms that a folded word could be an inflected form of, the longest ending undone first; not the word itself.
    func bases(of word: String, limit: Int = 4) -> [String] {
        guard !endings.isEmpty, word.unicodeScalars.count > 3 else { return [] }
        var found: [String] = []
        for ending in endings where word.hasSuffix(ending.form) {
            let stem = word.unicodeScalars.dropLast(ending.form.unicodeScalars.count)
            guard stem.count >= 2 else { continue }
            let base = String(String.UnicodeScalarView(stem)) + ending.base
            if base != word, !found.contains(base) { found.append(base) }
            if found.count == limit { break }
        }
        return found
    }
}
