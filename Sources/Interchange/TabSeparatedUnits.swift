internal import TextCore

/// A table: the first line `id`, `score` and the languages, then a unit a line.
///
/// A tab, a line end or a backslash inside a text is written `\t`, `\n` or `\\`, so that a line is always a unit.
enum TabSeparatedUnits {
    static func write(_ units: [TranslationUnit]) -> [UInt8] {
        let languages = TranslationUnit.languages(of: units)
        var lines = [(["id", "score"] + languages.map(\.string)).joined(separator: "\t")]
        for unit in units {
            let texts = languages.map { escaped(unit.text($0) ?? "") }
            lines.append(
                ([escaped(unit.id), unit.score.map(UnitScore.text) ?? ""] + texts)
                    .joined(separator: "\t"))
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    static func read(
        _ bytes: [UInt8], file: String
    ) throws(InterchangeError) -> [TranslationUnit] {
        let text = Text(utf8: bytes)
        let lines = text.string.split(separator: "\n", omittingEmptySubsequences: false)
        let header = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
        guard header.count >= 3, header[0] == "id", header[1] == "score" else {
            throw .malformed(
                file: file, line: 1, column: 1,
                reason: "expected a header: id, score, then one language tag or more")
        }
        var languages: [LanguageTag] = []
        for name in header.dropFirst(2) {
            guard let tag = LanguageTag(String(name)) else {
                throw .unknownLanguage(file: file, line: 1, tag: String(name))
            }
            languages.append(tag)
        }
        var units: [TranslationUnit] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            units.append(try unit(line, languages, file: file, line: index + 1))
        }
        return units
    }

    private static func unit(
        _ line: Substring, _ languages: [LanguageTag], file: String, line number: Int
    ) throws(InterchangeError) -> TranslationUnit {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == languages.count + 2 else {
            throw .malformed(
                file: file, line: number, column: 1,
                reason: "expected \(languages.count + 2) columns, found \(columns.count)")
        }
        let variants = zip(languages, columns.dropFirst(2)).compactMap {
            language, text -> TranslationUnit.Variant? in
            text.isEmpty ? nil : .init(language, unescaped(text))
        }
        return TranslationUnit(
            id: unescaped(columns[0]), variants: variants, score: Double(columns[1]))
    }

    private static func escaped(_ text: String) -> String {
        String(
            text.unicodeScalars.reduce(into: String.UnicodeScalarView()) { out, scalar in
                switch scalar {
                case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
                case "\t": out.append(contentsOf: "\\t".unicodeScalars)
                case "\n": out.append(contentsOf: "\\n".unicodeScalars)
                default: out.append(scalar)
                }
            })
    }

    private static func unescaped(_ text: Substring) -> String {
        var out = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "\\", let next = scalars.next() else {
                out.append(scalar)
                continue
            }
            switch next {
            case "t": out.append("\t")
            case "n": out.append("\n")
            default: out.append(next)
            }
        }
        return String(out)
    }
}
