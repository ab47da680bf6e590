internal import Corpus
internal import Quotes
internal import TextCore

/// What the words of one rendering say, in a form that can be compared with others.
struct RenderingWords {
    /// A stretch between marks of punctuation.
    struct Clause {
        let text: String
        let form: SentenceForm
    }

    /// Longer renderings are compared by their beginning alone.
    private static let longest = 4000

    let numbers: NumberReader
    /// By key, as the version writes them.
    let names: [String: String]
    let negates: Bool
    /// The language's words of negation are known.
    let canNegate: Bool
    let clauses: [Clause]
    private let form: SentenceForm
    private let folded: String
    private let language: LanguageTag

    init(_ rendering: Rendering, in version: VersionQuotes) {
        let words = rendering.quotes.map { version.text[$0.span] }.joined(separator: " ")
        let text = String(words.prefix(Self.longest))
        folded = Normalizer.fold(text)
        numbers = NumberReader(text, version.lexicon)
        names = Self.names(rendering, version)
        negates = version.lexicon.negates(folded)
        canNegate = !version.lexicon.negations.isEmpty
        form = SentenceForm(text)
        clauses = Self.clauses(text)
        language = version.version.language
    }

    private static func names(
        _ rendering: Rendering, _ version: VersionQuotes
    ) -> [String: String] {
        var found: [String: String] = [:]
        for quote in rendering.quotes {
            let first = version.names.partitioningIndex { $0.span.start >= quote.span.start }
            for mention in version.names[first...].prefix(while: { $0.span.end <= quote.span.end })
            {
                found[mention.key] = found[mention.key] ?? mention.name
            }
        }
        return found
    }

    private static func clauses(_ text: String) -> [Clause] {
        let table = CharacterTable.shared
        var clauses: [Clause] = []
        var current = String.UnicodeScalarView()
        func finish() {
            let clause = String(current).trimmed
            let form = SentenceForm(clause)
            // A few words alone are found again by chance, or not for a change of style.
            if form.pairs.count >= 16 { clauses.append(Clause(text: clause, form: form)) }
            current.removeAll()
        }
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isInside =
                index + 1 < scalars.count
                && (table.isLetter(scalars[index + 1]) || table.isDigit(scalars[index + 1]))
                && index > 0 && table.isDigit(scalars[index - 1])
            if ".,;:!?…–—。，、；：！？؛،؟।".unicodeScalars.contains(scalar), !isInside {
                finish()
            } else {
                current.append(scalar)
            }
        }
        finish()
        return clauses
    }

    /// Most of the clause's letters stand here in the same pairs.
    func says(_ clause: Clause) -> Bool {
        clause.form.share(in: form) >= 0.62
    }

    /// The number stands here in digits, or is spelled.
    func states(_ number: Double) -> Bool {
        numbers.values.contains(number)
            || numbers.spelled.contains { number >= Double($0) }
            || isSpelledOut(number)
    }

    /// Numbers below a thousand are often written in words: "twelve", "двенадцати".
    private func isSpelledOut(_ number: Double) -> Bool {
        guard number < 1000, number.rounded() == number,
            let formatter = NumberFormatter(language, .spelledOut)
        else { return false }
        let spelled = Normalizer.fold(formatter.format(number))
            .replacing("\u{AD}", with: "").replacing("-", with: " ")
        // Case endings change the end of a word.
        return spelled.split(separator: " ").allSatisfy { word in
            folded.contains(String(word.count > 4 ? word.dropLast(2) : word))
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let table = CharacterTable.shared
        var scalars = unicodeScalars[...]
        while let first = scalars.first, table.isWhiteSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, table.isWhiteSpace(last) { scalars.removeLast() }
        return String(scalars)
    }
}
