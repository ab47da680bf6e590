import Interchange
import Workbench

/// Glossaries and term bases; pairs have two sides.
struct GlossaryTarget: FuzzTarget {
    static let name = "glossary"

    func run(_ bytes: [UInt8]) {
        var knowledge = AlignmentKnowledge()
        try? knowledge.add(glossary: bytes, file: "glossary")
        let pairs = (try? GlossaryTable.read(bytes, file: "glossary")) ?? []
        precondition(pairs.allSatisfy { !$0.source.isEmpty && !$0.target.isEmpty })
    }
}

/// A dictionary's index and articles, parted by the length that the input begins with.
struct DictionaryTarget: FuzzTarget {
    static let name = "dictionary"

    func run(_ bytes: [UInt8]) {
        var choices = Choices(bytes)
        let rest = choices.byte() << 8 | choices.byte()
        let index = Array(choices.rest.prefix(rest))
        let articles = Array(choices.rest.dropFirst(rest))
        guard
            let reader = try? DictionaryReader(index: index, articles: articles, file: "index"),
            let pairs = try? reader.pairs()
        else { return }
        precondition(pairs.allSatisfy { !$0.target.isEmpty }, "a translation without words")
    }
}

/// A lexicon file, and beads made by hand.
struct LexiconTarget: FuzzTarget {
    static let name = "lexicon"

    func run(_ bytes: [UInt8]) {
        if let lexicon = try? LexiconService(bytes, file: "lexicon") {
            for section in lexicon.sections {
                precondition(section.sourceWords <= section.entries.count)
                _ = section.translations(of: "слово 字")
            }
        }
        _ = try? GoldAlignments(bytes, file: "gold")
    }
}

/// Lines of sentence vectors; all have one dimension and numbers that are some.
struct VectorsTarget: FuzzTarget {
    static let name = "vectors"

    func run(_ bytes: [UInt8]) {
        guard let vectors = try? VectorLines.read(bytes, file: "vectors") else { return }
        precondition(Set(vectors.map(\.count)).count < 2, "vectors of several dimensions")
        precondition(vectors.joined().allSatisfy(\.isFinite), "a number that is none")
    }
}
