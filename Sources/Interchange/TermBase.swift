public import TextCore

/// A term base: concepts with their terms in any number of languages.
///
/// TermBase eXchange, ISO 30042, in the form of 2008 (`martif`, `termEntry`, `langSet`, `tig` or `ntig`) and of 2019
/// (`tbx`, `conceptEntry`, `langSec`, `termSec`).
public struct TermBase: Hashable, Sendable {
    public struct Concept: Hashable, Sendable {
        public let terms: [LanguageTerm]
    }

    public struct LanguageTerm: Hashable, Sendable {
        public let language: LanguageTag
        public let text: String
    }

    public let concepts: [Concept]

    /// - Parameter file: the name that errors carry.
    public init(tbx bytes: [UInt8], file: String) throws(InterchangeError) {
        concepts = try TermBaseReader(bytes, file: file).concepts()
    }

    /// Every term of one language with every term of the other for the same concept.
    public func pairs(_ source: LanguageTag, _ target: LanguageTag) -> [TermPair] {
        concepts.flatMap { concept in
            let sources = Self.terms(concept, source)
            let targets = Self.terms(concept, target)
            return sources.flatMap { source in targets.map { TermPair(source, $0) } }
        }
    }

    private static func terms(_ concept: Concept, _ language: LanguageTag) -> [String] {
        concept.terms.filter { $0.language.language == language.language }.map(\.text)
    }
}

/// Reads TermBase eXchange; what is said about a term is passed over.
private struct TermBaseReader {
    private let input: XMLInput
    private let file: String

    init(_ bytes: [UInt8], file: String) throws(InterchangeError) {
        input = try XMLInput(bytes, file: file)
        self.file = file
    }

    func concepts() throws(InterchangeError) -> [TermBase.Concept] {
        guard case .start(let root, _)? = try input.next() else {
            throw .notThisFormat(file: file, expected: "TBX", found: "no element")
        }
        guard root == "martif" || root == "tbx" else {
            throw .notThisFormat(file: file, expected: "TBX", found: "<\(root)>")
        }
        var concepts: [TermBase.Concept] = []
        while let node = try input.next() {
            switch node {
            case .start("termEntry", false): concepts.append(try concept("termEntry"))
            case .start("conceptEntry", false): concepts.append(try concept("conceptEntry"))
            default: break
            }
        }
        return concepts
    }

    private func concept(_ element: String) throws(InterchangeError) -> TermBase.Concept {
        var terms: [TermBase.LanguageTerm] = []
        var language: LanguageTag?
        while let node = try input.next(), node != .end(name: element) {
            switch node {
            case .start("langSet", false), .start("langSec", false): language = try languageTag()
            case .end("langSet"), .end("langSec"): language = nil
            case .start("term", false):
                guard let language else {
                    throw .malformed(
                        file: file, line: input.line, column: 1,
                        reason: "a term stands outside of any language")
                }
                let text = try termText()
                if !text.isEmpty { terms.append(.init(language: language, text: text)) }
            default: break
            }
        }
        return .init(terms: terms)
    }

    private func languageTag() throws(InterchangeError) -> LanguageTag {
        let written = input.attribute("xml:lang") ?? ""
        guard let tag = LanguageTag(written) else {
            throw .unknownLanguage(file: file, line: input.line, tag: written)
        }
        return tag
    }

    /// A term may hold marked-up parts; runs of blanks count as one.
    private func termText() throws(InterchangeError) -> String {
        var found = ""
        while let node = try input.next(), node != .end(name: "term") {
            if case .text(let text) = node { found += text }
        }
        return Text(found).string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
