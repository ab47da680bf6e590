internal import TextCore
internal import Workbench

/// `align --evaluate`: the agreement with beads made by hand.
struct AlignmentScores {
    private let gold: GoldAlignments
    private let path: String

    init(_ path: String) throws {
        self.path = path
        gold = try GoldAlignments(try Console.read(path), file: path)
    }

    private struct Figures: Encodable {
        let precision: Double
        let recall: Double
        let f1: Double

        init(_ agreement: GoldAlignments.Agreement) {
            precision = agreement.precision
            recall = agreement.recall
            f1 = agreement.f1
        }
    }

    /// One pair against a ladder, or the one line of JSONL.
    func print(_ beads: [Bead], _ arguments: Arguments) throws {
        guard let only = gold.only else {
            throw UsageError(
                "\(path): holds beads of \(gold.count) records",
                hint: "two files are compared with one; --jsonl compares all by their ids")
        }
        try print(GoldAlignments.agreement([(beads, only)]), arguments)
    }

    /// Records against the gold of the same id, all beads counted together.
    ///
    /// - Returns: 0, or 3 where a record has no gold or gold has no record.
    func print(_ answers: [(id: String?, beads: [Bead])], _ arguments: Arguments) throws -> Int32 {
        let (pairs, unmatched) = gold.matched(answers)
        for problem in unmatched { Console.error("error: \(path): \(problem)") }
        try print(GoldAlignments.agreement(pairs), arguments)
        return unmatched.isEmpty ? 0 : 3
    }

    private func print(
        _ agreement: (strict: GoldAlignments.Agreement, lax: GoldAlignments.Agreement),
        _ arguments: Arguments
    ) throws {
        let rows = [("strict", agreement.strict), ("lax", agreement.lax)]
        if arguments.has("--json") {
            let figures = Dictionary(rows.map { ($0.0, Figures($0.1)) }) { $1 }
            Console.out(try RecordStream.encode(figures))
            return
        }
        var table = Table(["counted", "precision", "recall", "F1"])
        for (name, figures) in rows {
            table.add([
                .init(name), .init(Score.text(figures.precision)),
                .init(Score.text(figures.recall)), .init(Score.text(figures.f1)),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
    }
}
