internal import FoundationEssentials
internal import TextCore

/// A JSON object a line: `{"id", "score", "texts": {"en": "…", "uk": "…"}}`.
enum JSONLinesUnits {
    private struct Line: Codable {
        let id: String?
        let score: Double?
        let texts: [String: String]
    }

    static func write(_ units: [TranslationUnit]) throws(InterchangeError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var out: [UInt8] = []
        for unit in units {
            let texts = Dictionary(
                unit.variants.map { ($0.language.string, $0.text) }, uniquingKeysWith: { a, _ in a }
            )
            let line = Line(id: unit.id, score: unit.score, texts: texts)
            guard let data = try? encoder.encode(line) else { throw .outOfMemory }
            out += Array(data) + [0x0A]
        }
        return out
    }

    /// Languages come in the order of their tags, because a JSON object has none.
    static func read(
        _ bytes: [UInt8], file: String
    ) throws(InterchangeError) -> [TranslationUnit] {
        var units: [TranslationUnit] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
            let data = Data(Text(utf8: line).bytes)
            guard let value = try? JSONDecoder().decode(Line.self, from: data) else {
                throw .malformed(
                    file: file, line: index + 1, column: 1,
                    reason: "expected an object with 'texts' by language")
            }
            var variants: [TranslationUnit.Variant] = []
            for (name, text) in value.texts.sorted(by: { $0.key < $1.key }) {
                guard let tag = LanguageTag(name) else {
                    throw .unknownLanguage(file: file, line: index + 1, tag: name)
                }
                variants.append(.init(tag, text))
            }
            units.append(
                TranslationUnit(id: value.id ?? "", variants: variants, score: value.score))
        }
        return units
    }
}
