internal import TextCore
internal import Workbench

/// What `align` and `lexicon learn` are given: texts, and what is known before anything is learned.
enum AlignmentInput {
    static let languages: [Option] = [
        .value("--lang-source", "TAG", "the language of SOURCE; detected when left out"),
        .value("--lang-target", "TAG", "the language of TARGET"),
        .flag("--lines", "SOURCE and TARGET hold one sentence a line"),
    ]
    static let knowledge: [Option] = [
        .value("--lexicon", "FILE", "start from a lexicon that 'lexicon learn' wrote"),
        .value("--glossary", "FILE", "terms that hold: TBX, or lines of source, tab, target"),
        .value(
            "--dictionary", "FILE",
            "a dictd dictionary beside the installed ones of FreeDict; 'none' for none at all"),
    ]

    static let vectors: Option = .value(
        "--embeddings", "FILE|CMD", "sentence vectors of an encoder, from files or a command")

    static func service(_ arguments: Arguments) throws -> AlignmentService {
        try AlignmentService(
            Shelves.open(arguments), knowledge: knowledge(arguments),
            findsMoves: arguments.has("--reorder"))
    }

    static func knowledge(_ arguments: Arguments) throws -> AlignmentKnowledge {
        var knowledge = AlignmentKnowledge()
        for path in arguments.values("--lexicon") {
            try knowledge.add(lexicon: try Console.read(path), file: path)
        }
        for path in arguments.values("--glossary") {
            try knowledge.add(glossary: try Console.read(path), file: path)
        }
        let dictionaries = arguments.values("--dictionary")
        for path in dictionaries where path != "none" { try knowledge.add(dictionary: path) }
        if !dictionaries.contains("none") {
            knowledge.addInstalledDictionaries {
                Console.error("warning: \($0.message): the dictionary is not used")
            }
        }
        return knowledge
    }

    /// The two files that were named.
    static func pair(
        _ arguments: Arguments, _ service: AlignmentService
    ) throws -> AlignmentService.Pair {
        let pair = try AlignmentService.Pair(
            source: side(arguments.operands[0], "--lang-source", arguments, service),
            target: side(arguments.operands[1], "--lang-target", arguments, service))
        return try withVectors(pair, arguments.values("--embeddings"))
    }

    private static func withVectors(
        _ pair: AlignmentService.Pair, _ places: [String]
    ) throws -> AlignmentService.Pair {
        switch places.count {
        case 0: return pair
        case 1: return try PairVectors.add(vectors(places[0], for: pair), to: pair)
        case 2:
            return try PairVectors.add(
                source: .init(Console.read(places[0]), name: places[0]),
                target: .init(Console.read(places[1]), name: places[1]), to: pair)
        default:
            throw UsageError(
                "--embeddings stands once, or for the source and the target",
                hint: "'dragoman align --help' tells what it takes")
        }
    }

    /// A file of vectors is read, anything else is run.
    private static func vectors(
        _ place: String, for pair: AlignmentService.Pair
    ) throws -> PairVectors.Lines {
        if place == "-" || InputReader.exists(place) && !InputReader.isProgram(place) {
            return .init(try Console.read(place), name: place)
        }
        let sentences = PairVectors.lines(for: pair)
        return .init(
            try OutsideCommand(place).output(for: Array(sentences.utf8)), name: "'\(place)'")
    }

    private static func side(
        _ path: String, _ option: String, _ arguments: Arguments, _ service: AlignmentService
    ) throws -> AlignmentService.Side {
        let text = Text(utf8: try Console.read(path))
        let language =
            try arguments.language(option)
            ?? IngestionService(Shelves.open(arguments))
            .language(of: text)
        if arguments.has("--lines") {
            return .init(language: language, sentences: lines(text.string))
        }
        return try service.side(Document(plain: text, language: language))
    }

    /// Every line counts, an empty one too, so that numbers stay those of the file.
    private static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
