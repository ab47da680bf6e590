internal import LocaleData
internal import TextCore

/// The locale's words in the form that the tokenizer asks for them.
///
/// A class, since every reader of a frame holds it: a copy would count references to each of its lists.
final class QuoteLexicon: Sendable {
    /// A phrase that begins with a known word.
    struct Phrase: Sendable {
        let rest: [Int32]
        let classes: WordClasses
    }

    let words: WordTable
    let classes: [WordClasses]
    /// By the number of the first word, longest first.
    let phrases: [[Phrase]]
    /// By its number: the word is the last one of a phrase.
    let endsPhrase: [Bool]
    /// Verbs whose second part may stand away from them: "stellte … fest".
    let separable: [Int32: [Phrase]]
    let suffixes: [(ending: [UInt8], classes: WordClasses)]
    /// Particles of a subject that are written together with its word, longest first.
    let particles: [[UInt8]]
    let proclitics: [[UInt8]]
    /// What a word can be is also told by its beginning or end.
    let readsParts: Bool
    /// For scripts without spaces: the longest word in bytes that begins with a scalar below U+10000.
    let longestWord: [UInt8]
    let takesBareClause: Bool
    let takesClauseAfterComma: Bool
    let hasSpaces: Bool
    let hasCapitalNouns: Bool
    let hasReportiveMood: Bool
    let hasQuoteMarkers: Bool
    let knowsPredicates: Bool
    let language: LanguageTag
    /// Small letters are made by simple case folding, letter by letter.
    let lowersSimply: Bool

    init(_ profile: LocaleProfile) {
        language = profile.tag
        lowersSimply = !["tr", "az", "lt"].contains(profile.tag.language)
        hasSpaces = profile.basics.spaces
        hasCapitalNouns = profile.basics.capitalNouns
        hasReportiveMood = !profile.grammar.words(.reportive).isEmpty
        hasQuoteMarkers = !profile.grammar.words(.quoteMarker).isEmpty
        knowsPredicates = !profile.grammar.words(.predicate).isEmpty
        let links = profile.grammar.words(.clauseLink)
        takesBareClause = links.contains("none")
        takesClauseAfterComma = links.contains("comma")
        var builder = Builder(hasSpaces: profile.basics.spaces)
        builder.add(profile)
        words = builder.words
        classes = builder.classes
        var phrases = [[Phrase]](repeating: [], count: words.count)
        var endsPhrase = [Bool](repeating: false, count: words.count)
        for (first, own) in builder.phrases {
            phrases[Int(first)] = own.sorted { $0.rest.count > $1.rest.count }
            for case let last? in own.map(\.rest.last) { endsPhrase[Int(last)] = true }
        }
        self.phrases = phrases
        self.endsPhrase = endsPhrase
        separable = builder.separable
        suffixes = builder.suffixes.sorted { $0.ending.count > $1.ending.count }
        particles = builder.particles.sorted { $0.count > $1.count }
        proclitics = profile.grammar.words(.proclitic).map { Array($0.utf8) }
        readsParts = !suffixes.isEmpty || !particles.isEmpty || !proclitics.isEmpty
        longestWord = profile.basics.spaces ? [] : Self.longest(profile)
    }

    /// The classes of a lower-case word; its number is negative when it is not known.
    @inline(__always)
    func look(_ word: UnsafeBufferPointer<UInt8>) -> (number: Int32, classes: WordClasses) {
        if let number = words.number(of: word) { return (Int32(number), classes[number]) }
        for clitic in proclitics where word.count > clitic.count + 3 && word.starts(with: clitic) {
            let rest = UnsafeBufferPointer(rebasing: word[clitic.count...])
            if let number = words.number(of: rest) { return (Int32(number), classes[number]) }
        }
        for (ending, own) in suffixes where word.count > ending.count + 2 {
            let tail = UnsafeBufferPointer(rebasing: word[(word.count - ending.count)...])
            if tail.elementsEqual(ending) { return (-1, own) }
        }
        return (-1, [])
    }

    /// How many bytes of a word are the particle of a subject.
    @inline(__always)
    func particle(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        for particle in particles where word.count > particle.count {
            let tail = UnsafeBufferPointer(rebasing: word[(word.count - particle.count)...])
            if tail.elementsEqual(particle) { return particle.count }
        }
        return 0
    }

    private static func longest(_ profile: LocaleProfile) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: 0x10000)
        var all = Set(profile.reporting.forms.keys).union(profile.names.titles)
        for grammarClass in Grammar.Class.allCases {
            all.formUnion(profile.grammar.words(grammarClass))
        }
        for word in all {
            guard let first = word.unicodeScalars.first, first.value < 0x10000 else { continue }
            let length = UInt8(min(255, word.utf8.count))
            table[Int(first.value)] = max(table[Int(first.value)], length)
        }
        return table
    }
}

extension QuoteLexicon {
    /// Collects the words of a locale.
    private struct Builder {
        let hasSpaces: Bool
        private(set) var words = WordTable()
        private(set) var classes: [WordClasses] = []
        private(set) var phrases: [Int32: [Phrase]] = [:]
        private(set) var separable: [Int32: [Phrase]] = [:]
        private(set) var suffixes: [(ending: [UInt8], classes: WordClasses)] = []
        private(set) var particles: [[UInt8]] = []

        init(hasSpaces: Bool) { self.hasSpaces = hasSpaces }

        mutating func add(_ profile: LocaleProfile) {
            for (form, entry) in profile.reporting.forms {
                add(form, WordClasses(entry.classes), isFixed: entry.lemma.contains(" "))
            }
            for grammarClass in Grammar.Class.allCases {
                let own = WordClasses(grammarClass)
                for word in profile.grammar.words(grammarClass) where !own.isEmpty {
                    add(word, own)
                }
            }
            for title in profile.names.titles { add(title, .title) }
            for particle in profile.names.particleWords { add(particle, .nameParticle) }
        }

        /// - Parameter isFixed: the parts of a verb stand together ("call on"), so that they are joined wherever they meet;
        ///   others ("teilte mit") may stand apart and are joined by whoever reads the frame.
        private mutating func add(_ form: String, _ own: WordClasses, isFixed: Bool = true) {
            let normal = form.utf8Normalised
            if normal.first == 0x2D, normal.count > 1 {
                if own == .subjectMarker {
                    particles.append(Array(normal.dropFirst()))
                } else {
                    suffixes.append((Array(normal.dropFirst()), own))
                }
                return
            }
            let parts = hasSpaces ? normal.split(separator: 0x20) : [normal[...]]
            let numbers = parts.map { part in
                let number = words.insert(part)
                while classes.count < words.count { classes.append([]) }
                return Int32(number)
            }
            guard let first = numbers.first else { return }
            if numbers.count == 1 {
                classes[Int(first)].formUnion(own)
            } else {
                let isVerb = own.has(.verb) && numbers.count == 2
                if isFixed || !isVerb {
                    phrases[first, default: []].append(
                        Phrase(rest: Array(numbers.dropFirst()), classes: own))
                }
                if isVerb {
                    separable[first, default: []].append(Phrase(rest: [numbers[1]], classes: own))
                }
            }
        }
    }
}

extension String {
    /// UTF-8 with the typographic apostrophe as the plain one, as the tokenizer writes it.
    var utf8Normalised: [UInt8] {
        Array(utf8.contains(0xE2) ? replacing("’", with: "'").utf8 : utf8)
    }
}
