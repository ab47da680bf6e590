internal import Alignment
internal import Interchange
internal import TextCore

/// What an aligner is told before it learns: saved lexicons, glossaries, term bases, dictionaries.
public struct AlignmentKnowledge: Sendable {
    private struct Glossary: Sendable {
        /// `nil` for one whose name tells no languages: it serves every pair, source first.
        let languages: (source: LanguageTag, target: LanguageTag)?
        let pairs: [TermPair]
        let weight: Float
    }

    /// What is said by people who know the texts counts in full; a dictionary knows neither text nor context.
    private static let glossaryWeight: Float = 1
    private static let dictionaryWeight: Float = 0.3

    private var lexicons: [Lexicon] = []
    private var glossaries: [Glossary] = []
    private var termBases: [TermBase] = []
    private var installed: [DictionaryPlace] = []
    private var warn: @Sendable (WorkbenchError) -> Void = { _ in }

    public init() {}

    /// Adds the lexicons of a file that `lexicon learn` wrote.
    public mutating func add(
        lexicon bytes: [UInt8], file: String
    ) throws(WorkbenchError) {
        lexicons += try LexiconService.read(bytes, file: file).lexicons
    }

    /// Adds a user's glossary: TBX, or a table of source, tab, target.
    ///
    /// A table whose name is such as `en--ru.tsv` holds terms of these languages, and serves both directions; any other
    /// serves every pair, source first.
    public mutating func add(
        glossary bytes: [UInt8], file: String
    ) throws(WorkbenchError) {
        do throws(InterchangeError) {
            if Self.isMarkup(bytes) {
                termBases.append(try TermBase(tbx: bytes, file: file))
            } else {
                glossaries.append(
                    Glossary(
                        languages: Self.languages(ofGlossary: file),
                        pairs: try GlossaryTable.read(bytes, file: file),
                        weight: Self.glossaryWeight))
            }
        } catch {
            throw WorkbenchError(
                "\(error)", hint: "a glossary is TBX, or lines of a term, a tab and its translation"
            )
        }
    }

    /// Adds a dictionary in the form of the DICT server.
    ///
    /// - Parameter path: its `.index`, `.dict` or `.dict.dz` file, whose name ends in two languages:
    ///   `freedict-deu-fra.index`.
    public mutating func add(dictionary path: String) throws(WorkbenchError) {
        guard let place = DictionaryPlace(path) else {
            throw WorkbenchError(
                "\(path): its name does not tell two languages",
                hint: "a dictionary's files are such as freedict-deu-fra.index and .dict.dz")
        }
        glossaries.append(
            Glossary(
                languages: (place.source, place.target), pairs: try place.read(),
                weight: Self.dictionaryWeight))
    }

    /// Adds what FreeDict has installed here; each is read when its languages are first wanted.
    ///
    /// - Parameter warn: told of each that is damaged, when it is read.
    public mutating func addInstalledDictionaries(
        warn: @escaping @Sendable (WorkbenchError) -> Void = { _ in }
    ) {
        installed = DictionaryPlace.installed()
        self.warn = warn
    }

    /// The saved lexicon of a pair, if there is one.
    func lexicon(_ source: LanguageTag, _ target: LanguageTag) -> Lexicon? {
        lexicons.last { $0.serves(source, target) }
    }

    /// All terms of a pair, source first; `nil` where there are none. A damaged dictionary is passed over.
    func terms(_ source: LanguageTag, _ target: LanguageTag) -> TermTable? {
        var terms = glossaries.flatMap { glossary in
            Self.terms(glossary.pairs, glossary.languages, (source, target), glossary.weight)
        }
        for base in termBases {
            terms += base.pairs(source, target).map {
                Term($0.source, $0.target, weight: Self.glossaryWeight)
            }
        }
        for place in installed where place.serves(source, target) {
            do throws(WorkbenchError) {
                terms += Self.terms(
                    try place.read(), (place.source, place.target), (source, target),
                    Self.dictionaryWeight)
            } catch { warn(error) }
        }
        return terms.isEmpty ? nil : TermTable(source: source, target: target, terms: terms)
    }

    private static func terms(
        _ pairs: [TermPair], _ own: (source: LanguageTag, target: LanguageTag)?,
        _ wanted: (source: LanguageTag, target: LanguageTag), _ weight: Float
    ) -> [Term] {
        let isTurned = own.map {
            $0.source.language == wanted.target.language
                && $0.target.language == wanted.source.language
        }
        let isStraight = own.map {
            $0.source.language == wanted.source.language
                && $0.target.language == wanted.target.language
        }
        if isStraight ?? true { return pairs.map { Term($0.source, $0.target, weight: weight) } }
        return isTurned == true ? pairs.map { Term($0.target, $0.source, weight: weight) } : []
    }

    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return start.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } == 0x3C
    }

    /// The languages in a name such as `glossaries/en--ru.tsv`.
    static func languages(
        ofGlossary file: String
    ) -> (source: LanguageTag, target: LanguageTag)? {
        let name = file.split(separator: "/").last ?? ""
        let stem = name.split(separator: ".").first ?? ""
        guard let middle = stem.firstRange(of: "--"),
            let source = LanguageTag(String(stem[..<middle.lowerBound])),
            let target = LanguageTag(String(stem[middle.upperBound...]))
        else { return nil }
        return (source, target)
    }
}
