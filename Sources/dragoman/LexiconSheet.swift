internal import TextCore
internal import Workbench

/// `lexicon show FILE WORD`: the translations of a word, the most probable first.
struct LexiconSheet {
    private struct Row: Encodable {
        let sourceLang: String
        let targetLang: String
        let source: String
        let target: String
        let toTarget: Double
        let toSource: Double
    }

    private let rows: [Row]
    private let word: String

    init(_ lexicons: LexiconService, word: String) {
        self.word = word
        rows = lexicons.sections.flatMap { section in
            section.translations(of: word).map { entry in
                Row(
                    sourceLang: section.source.string, targetLang: section.target.string,
                    source: entry.source, target: entry.target,
                    toTarget: Self.rounded(entry.toTarget), toSource: Self.rounded(entry.toSource))
            }
        }
    }

    private static func rounded(_ probability: Double) -> Double {
        (probability * 10_000).rounded() / 10_000
    }

    /// - Returns: 0, or 1 where the word is not there.
    func print(_ arguments: Arguments) throws -> Int32 {
        if arguments.has("--json") {
            Console.out(try RecordStream.encode(rows))
        } else if rows.isEmpty {
            Console.error("'\(word)' is not in the lexicon")
        } else {
            var table = Table(["", "", "source", "target", "p(target|source)", "p(source|target)"])
            for row in rows {
                table.add([
                    .init(row.sourceLang), .init(row.targetLang), .init(row.source),
                    .init(row.target), .init(Score.text(row.toTarget)),
                    .init(Score.text(row.toSource)),
                ])
            }
            Console.out(table.render(Terminal(arguments)))
        }
        return rows.isEmpty ? 1 : 0
    }
}
