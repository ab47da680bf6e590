internal import LocaleData

/// Undoes case endings of names.
struct Inflection: Sendable {
    /// What each ending may stand for, in a fixed order.
    private let basesByForm: [String: [String]]
    /// Scalars of the longest ending.
    private let longest: Int

    var isEmpty: Bool { basesByForm.isEmpty }

    init(_ profile: NameProfile) {
        var bases: [String: Set<String>] = [:]
        for ending in profile.caseEndings {
            for form in ending.forms where form != ending.base && !form.isEmpty {
                bases[form, default: []].insert(ending.base)
            }
        }
        basesByForm = bases.mapValues { $0.sorted() }
        longest = bases.keys.map(\.unicodeScalars.count).max() ?? 0
    }

    /// Forms that a folded word could be an inflected form of, the longest ending undone first; not the word itself.
    func bases(of word: String, limit: Int = 4) -> [String] {
        let scalars = word.unicodeScalars
        let count = basesByForm.isEmpty ? 0 : scalars.count
        guard count > 3 else { return [] }
        var found: [String] = []
        // At least two letters of a stem stay.
        var length = min(longest, count - 2)
        var start = scalars.index(scalars.endIndex, offsetBy: -length)
        while length > 0 {
            for base in basesByForm[String(scalars[start...])] ?? [] {
                let form = String(scalars[..<start]) + base
                if form != word, !found.contains(form) { found.append(form) }
                if found.count == limit { return found }
            }
            start = scalars.index(after: start)
            length -= 1
        }
        return found
    }
}
