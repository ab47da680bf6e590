internal import FoundationEssentials
internal import TextCore

/// Known names from a file: one JSON object a line, as a corpus's `names.jsonl` has them.
enum KnownNamesFile {
    private struct Line: Decodable {
        let id: String
        let kind: EntityKind?
        let forms: [String: [String]]
    }

    /// - Throws: at the first line that cannot be read, naming it.
    static func read(_ arguments: Arguments) throws -> [KnownName] {
        guard let path = arguments.value(Option.known.name) else { return [] }
        var names: [KnownName] = []
        var reader = LineReader(try InputReader(path))
        var number = 0
        while let bytes = try reader.next() {
            number += 1
            if bytes.isEmpty { continue }
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)) else {
                throw UsageError(
                    "\(path):\(number):1: expected an object with id, kind and forms",
                    hint: #"{"id":"wang-yi","kind":"person","forms":{"en":["Wang Yi"]}}"#)
            }
            let forms = line.forms.compactMap { tag, forms in
                LanguageTag(tag).map { ($0, forms) }
            }
            names.append(
                KnownName(
                    id: line.id, kind: line.kind ?? .person,
                    forms: Dictionary(forms) { $0 + $1 }))
        }
        return names
    }
}

extension Option {
    static let known = value(
        "--known", "FILE", "known names, a JSON object {id, kind, forms} a line")
}
