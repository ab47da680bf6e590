internal import LocaleData
internal import TextCore

/// The locale's words in the form that the tokenizer asks for them.
struct QuoteLexicon: Sendable {
    /// A phrase that begins with a known word.
    struct Phrase: Sendable {
        let rest: [Int32]
        let classes: WordClasses
    }

    private(set) var words = WordTable()
    private(set) var classes: [WordClasses] = []
    /// By the number of the first word, longest first.
    private(set) var phrases: [Int32: [Phrase]] = [:]
    /// Verbs whose second part may stand away from them: "stellte … fest".
    private(set) var separable: [Int32: [Phrase]] = [:]
    private(set) var suffixes: [(ending: [UInt8], classes: WordClasses)] = []
    /// Particles of a subject that are written together with its word, longest first.
    private(set) var particles: [[UInt8]] = []
    private(set) var proclitics: [[UInt8]] = []
    /// For scripts without spaces: the longest word in bytes that begins with a scalar below U+10000.
    private(set) var longestWord: [UInt8] = []
    let takesBareClause: Bool
    let takesClauseAfterComma: Bool
    let hasSpaces: Bool
    let hasCapitalNouns: Bool
    let hasReportiveMood: Bool
    let hasQuoteMarkers: Bool
    let knowsPredicates: Bool
    let language: LanguageTag

    init(_ profile: LocaleProfile) {
        language = profile.tag
        hasSpaces = profile.basics.spaces
        hasCapitalNouns = profile.basics.capitalNouns
        hasReportiveMood = !profile.grammar.words(.reportive).isEmpty
        hasQuoteMarkers = !profile.grammar.words(.quoteMarker).isEmpty
        knowsPredicates = !profile.grammar.words(.predicate).isEmpty
        let links = profile.grammar.words(.clauseLink)
        takesBareClause = links.contains("none")
        takesClauseAfterComma = links.contains("comma")
        for (form, entry) in profile.reporting.forms {
            add(form, WordClasses(entry.classes), isFixed: entry.lemma.contains(" "))
        }
        for grammarClass in Grammar.Class.allCases {
            let own = WordClasses(grammarClass)
            for word in profile.grammar.words(grammarClass) where !own.isEmpty { add(word, own) }
        }
        for title in profile.names.titles { add(title, .title) }
        for particle in profile.names.particleWords { add(particle, .nameParticle) }
        proclitics = profile.grammar.words(.proclitic).map { Array($0.utf8) }
        for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
        particles.sort { $0.count > $1.count }
        if !hasSpaces { longestWord = Self.longest(profile) }
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

extension String {
    /// UTF-8 with the typographic apostrophe as the plain one, as the tokenizer writes it.
    var utf8Normalised: [UInt8] { Array(replacing("’", with: "'").utf8) }
}
