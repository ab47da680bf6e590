internal import TextCore

/// Lays the folders of a lineage over each other, the root first.
struct LocaleMerge {
    /// Nearest first.
    let folders: [LocaleFolder]

    func profile(_ tag: LanguageTag) throws(LocaleDataError) -> LocaleProfile {
        var basics = LocaleBasics()
        var abbreviations: [String: AbbreviationClass] = [:]
        var starters: Set<String> = []
        var finals: Set<String> = []
        var quotation = QuotationStyle(levels: [], alternatives: [], dashDialogue: false)
        var reporting: [String: ReportingLexicon.Entry] = [:]
        var grammar: [Grammar.Class: Set<String>] = [:]
        var languages: [String: [String]] = [:]
        var names = NameProfile()
        var rules = NameRules()
        var sounds = SoundProfile()
        var letterCosts = LetterCostProfile()
        var furniture: [FurniturePattern] = []
        var pageHints: [PageHint] = []
        var wording = Wording()
        for folder in folders.reversed() {
            try folder.json("locale.json", as: LocaleFile.self)?.apply(to: &basics)
            try Self.abbreviations(folder, &abbreviations)
            for row in try folder.rows("starters.txt") { starters.insert(row.columns[0]) }
            for row in try folder.rows("finals.txt") { finals.insert(row.columns[0]) }
            if let file = try folder.json("quotation.json", as: QuotationFile.self) {
                quotation = file.style.over(quotation)
            }
            try Self.reporting(folder, &reporting)
            try Self.grammar(folder, &grammar)
            for row in try folder.rows("languages.txt") {
                let columns = try row.columns(2, expected: "a language tag, a tab, and its names")
                // The parents' forms stay: a label may name a language as its own speakers do.
                let forms = LocaleRow.list(columns[1])
                let inherited = languages[columns[0]] ?? []
                languages[columns[0]] = forms + inherited.filter { !forms.contains($0) }
            }
            try folder.json("names.json", as: NameFile.self)?.apply(to: &names)
            for row in try folder.rows("characters.txt") { try names.add(row) }
            for row in try folder.rows("ordinals.txt") { try names.addOrdinal(row) }
            for row in try folder.rows("wording.txt") { try wording.add(row) }
            for (file, text) in try folder.ruleFiles() {
                rules.add(text, file: file, folder: folder.name)
            }
            for row in try folder.rows("rendering.txt") { try names.rendering.add(row, rules) }
            for row in try folder.rows("schemes.txt") {
                try names.rendering.addScheme(row, rules)
            }
            for row in try folder.rows("sounds.txt") { try sounds.add(row, of: folder.name) }
            try Self.letterCosts(folder, &letterCosts)
            furniture += try Self.furniture(folder)
            pageHints += try Self.pageHints(folder)
        }
        let placeholders = CuePattern(languages)
        return LocaleProfile(
            tag: tag, folders: folders.map(\.name), basics: basics, abbreviations: abbreviations,
            starters: starters, finals: finals, quotation: quotation,
            reporting: ReportingLexicon(forms: reporting),
            grammar: Grammar(words: grammar), languageNames: languages,
            mediation: try mediation(placeholders), names: names,
            sounds: sounds, letterCosts: letterCosts,
            furniture: furniture.map {
                FurniturePattern(kind: $0.kind, pattern: placeholders.expand($0.pattern))
            }, pageHints: pageHints, wording: wording)
    }

    private static func abbreviations(
        _ folder: LocaleFolder, _ list: inout [String: AbbreviationClass]
    ) throws(LocaleDataError) {
        for row in try folder.rows("abbreviations.txt") {
            let columns = try row.columns(2, expected: "an abbreviation, a tab, and its class")
            guard let kind = AbbreviationClass(rawValue: columns[1]) else {
                throw .unknownClass(
                    file: row.file, line: row.line, found: columns[1],
                    known: AbbreviationClass.allCases.map(\.rawValue))
            }
            list[Normalizer.fold(columns[0])] = kind
        }
    }

    private static func reporting(
        _ folder: LocaleFolder, _ forms: inout [String: ReportingLexicon.Entry]
    ) throws(LocaleDataError) {
        for row in try folder.rows("reporting.txt") {
            let columns = try row.columns(3, expected: "a lemma, its classes, and its forms")
            var classes: ReportingLexicon.Classes = []
            for name in LocaleRow.list(columns[1]) {
                guard let known = ReportingLexicon.Classes.names.first(where: { $0.0 == name })
                else {
                    throw .unknownClass(
                        file: row.file, line: row.line, found: name,
                        known: ReportingLexicon.Classes.names.map(\.0))
                }
                classes.insert(known.1)
            }
            for form in LocaleRow.list(columns[2]) {
                // One form may belong to two lemmas: it then takes the classes of both.
                let old = forms[form]
                forms[form] = ReportingLexicon.Entry(
                    lemma: old?.lemma ?? columns[0], classes: classes.union(old?.classes ?? []))
            }
        }
    }

    /// Learned costs hold together: a folder's own take the place of its parents'.
    private static func letterCosts(
        _ folder: LocaleFolder, _ costs: inout LetterCostProfile
    ) throws(LocaleDataError) {
        let rows = try folder.rows(LetterCostProfile.file)
        if !rows.isEmpty { costs = LetterCostProfile() }
        for row in rows { try costs.add(row) }
    }

    private static func grammar(
        _ folder: LocaleFolder, _ words: inout [Grammar.Class: Set<String>]
    ) throws(LocaleDataError) {
        for row in try folder.rows("grammar.txt") {
            let columns = try row.columns(2, expected: "a class, a tab, and its words")
            guard let wordClass = Grammar.Class(rawValue: columns[0]) else {
                throw .unknownClass(
                    file: row.file, line: row.line, found: columns[0],
                    known: Grammar.Class.allCases.map(\.rawValue))
            }
            words[wordClass, default: []].formUnion(LocaleRow.list(columns[1]))
        }
    }

    private static func furniture(
        _ folder: LocaleFolder
    ) throws(LocaleDataError)
        -> [FurniturePattern]
    {
        var patterns: [FurniturePattern] = []
        for row in try folder.rows("furniture.txt") {
            let columns = try row.columns(2, expected: "a kind, a tab, and a pattern")
            guard FurniturePattern.kinds.contains(columns[0]) else {
                throw .unknownClass(
                    file: row.file, line: row.line, found: columns[0], known: FurniturePattern.kinds
                )
            }
            patterns.append(
                FurniturePattern(
                    kind: columns[0], pattern: columns[1]))
        }
        return patterns
    }

    private static func pageHints(_ folder: LocaleFolder) throws(LocaleDataError) -> [PageHint] {
        var hints: [PageHint] = []
        for row in try folder.rows("page-hints.txt") {
            let columns = try row.columns(2, expected: "a kind, a tab, and a word")
            guard PageHint.kinds.contains(columns[0]) else {
                throw .unknownClass(
                    file: row.file, line: row.line, found: columns[0], known: PageHint.kinds)
            }
            hints.append(PageHint(kind: columns[0], word: columns[1]))
        }
        return hints
    }

    private func mediation(
        _ placeholders: CuePattern
    ) throws(LocaleDataError) -> [MediationCue] {
        var cues: [MediationCue] = []
        for folder in folders {
            for row in try folder.rows("mediation.tsv") where row.columns[0] != "class" {
                let columns = try row.columns(4, expected: "class, scope, pattern and example")
                guard let cueClass = MediationCue.Class(rawValue: columns[0]) else {
                    throw .unknownClass(
                        file: row.file, line: row.line, found: columns[0],
                        known: MediationCue.Class.allCases.map(\.rawValue))
                }
                guard let scope = MediationCue.Scope(rawValue: columns[1]) else {
                    throw .unknownClass(
                        file: row.file, line: row.line, found: columns[1],
                        known: MediationCue.Scope.allCases.map(\.rawValue))
                }
                cues.append(
                    MediationCue(
                        cueClass: cueClass, scope: scope,
                        pattern: placeholders.expand(columns[2]), example: columns[3],
                        origin: "\(folder.name)/mediation.tsv:\(row.line)"))
            }
        }
        return cues
    }
}

/// Fills the placeholders of a cue's pattern.
struct CuePattern {
    /// One capitalised word or initial; the dot that ends a sentence stays outside.
    private static let capitalised =
        "\\p{Lu}(?:[\\p{L}\\p{M}’'.-]*[\\p{L}\\p{M}]|\\.(?=[ \\u00a0]))?"

    /// A run of capitalised words, or of letters of a script without case. Case matters here, so it is switched on.
    static let name =
        "(?-i:\(capitalised)(?:[ \\u00a0](?:(?:de|van|von|bin|al|el|da|di|du|la|le)[ ])?\(capitalised)){0,4}"
        + "|[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}·・ー]{2,12}"
        + "|[\\p{Arabic}\\p{Hebrew}]{2,}(?: [\\p{Arabic}\\p{Hebrew}]{2,}){0,3})"

    /// All forms of all languages, the longest first; made once, because every pattern may want it.
    private let language: String

    init(_ languages: [String: [String]]) {
        let forms = Set(languages.values.joined())
            .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
            .map(Self.escaped)
        language = forms.isEmpty ? "(?!)" : "(?:\(forms.joined(separator: "|")))"
    }

    func expand(_ pattern: String) -> String {
        guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
        return pattern.replacing("{name}", with: Self.name).replacing("{language}", with: language)
    }

    private static let special = Set("\\.^$|?*+()[]{}".utf8)

    private static func escaped(_ word: String) -> String {
        String(
            decoding: word.utf8.flatMap { special.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] },
            as: UTF8.self)
    }
}

/// `quotation.json` as it is written.
struct QuotationFile: Codable {
    var levels: [[String]]
    var alternatives: [[String]]?
    var dashDialogue: Bool?

    var style: QuotationStyle {
        func pairs(_ lists: [[String]]) -> [QuotationStyle.Pair] {
            lists.filter { $0.count == 2 }.map { QuotationStyle.Pair(open: $0[0], close: $0[1]) }
        }
        return QuotationStyle(
            levels: pairs(levels), alternatives: pairs(alternatives ?? []),
            dashDialogue: dashDialogue ?? false)
    }
}

extension QuotationStyle {
    /// What the parents know stays possible: a page quotes in the manner of another language too.
    fileprivate func over(_ parent: QuotationStyle) -> QuotationStyle {
        let own = Set(levels + alternatives)
        return QuotationStyle(
            levels: levels,
            alternatives: alternatives
                + (parent.levels + parent.alternatives).filter { !own.contains($0) },
            dashDialogue: dashDialogue)
    }
}
