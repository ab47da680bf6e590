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

    static func service(_ arguments: Arguments) throws -> AlignmentService {
        try AlignmentService(Shelves.open(arguments), knowledge: knowledge(arguments))
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
        if !dictionaries.contains("none") { knowledge.addInstalledDictionaries() }
        return knowledge
    }

    /// The two files that were named.
    static func pair(
        _ arguments: Arguments, _ service: AlignmentService
    ) throws -> AlignmentService.Pair {
        try AlignmentService.Pair(
            source: side(arguments.operands[0], "--lang-source", arguments, service),
            target: side(arguments.operands[1], "--lang-target", arguments, service))
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
