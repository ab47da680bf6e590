internal import TextCore
internal import Workbench

/// `dragoman names merge|split|undo`: what a person decides about a corpus's names.
enum NameEdits {
    static let verbs = ["merge", "split", "undo"]

    private struct Answer: Encodable {
        let id: String
        let kind: String
        let forms: [String: [String]]
    }

    static func run(_ arguments: Arguments, _ shelf: ProfileShelf) throws -> Int32 {
        let corpus = try CorpusService.open(arguments.value("--corpus"), shelf)
        let service = NameEditService(corpus)
        let verb = arguments.operands.first ?? ""
        let rest = Array(arguments.operands.dropFirst())
        let name =
            switch verb {
            case "merge": try service.merge(rest, as: arguments.value("--as"))
            case "split":
                try service.split(
                    rest[0], Array(rest.dropFirst()), as: arguments.value("--as"))
            default: try undo(rest, service)
            }
        try print(name, arguments)
        return 0
    }

    private static func undo(_ rest: [String], _ service: NameEditService) throws -> KnownName {
        guard rest.count == 1 else {
            throw UsageError("undo takes one name", hint: "dragoman names undo ID")
        }
        return try service.undo(rest[0])
    }

    /// The entity as it stands now: id, kind, language, form.
    private static func print(_ name: KnownName, _ arguments: Arguments) throws {
        if arguments.has("--json") {
            let forms = Dictionary(name.forms.map { ($0.key.string, $0.value) }) { $0 + $1 }
            Console.out(
                try RecordStream.encode(
                    Answer(id: name.id, kind: name.kind.rawValue, forms: forms)))
            return
        }
        var table = Table(["id", "kind", "lang", "form"])
        for (language, forms) in name.forms.sorted(by: { $0.key < $1.key }) {
            for form in forms {
                table.add([
                    .init(name.id), .init(name.kind.rawValue), .init(language.string), .init(form),
                ])
            }
        }
        Console.out(table.render(Terminal(arguments)))
    }
}
