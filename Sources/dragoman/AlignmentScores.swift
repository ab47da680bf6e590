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
        try report([(beads, only)], arguments)
    }

    /// Records against the gold of the same id, all beads counted together.
    ///
    /// - Returns: 0, or 3 where a record has no gold or gold has no record.
    func print(_ answers: [(id: String?, beads: [Bead])], _ arguments: Arguments) throws -> Int32 {
        let (pairs, unmatched) = gold.matched(answers)
        for problem in unmatched { Console.error("error: \(path): \(problem)") }
        try report(pairs, arguments)
        return unmatched.isEmpty ? 0 : 3
    }

    /// What `--json` writes.
    private struct Report: Encodable {
        struct Bucket: Encodable {
            let from: Double
            let beads: Int
            let meanScore: Double
            let right: Double
        }

        let strict: Figures
        let lax: Figures
        let reliability: [Bucket]
        let calibrationError: Double

        init(_ pairs: [(beads: [Bead], gold: GoldAlignments.Record)]) {
            let agreement = GoldAlignments.agreement(pairs)
            strict = Figures(agreement.strict)
            lax = Figures(agreement.lax)
            let scores = GoldAlignments.reliability(pairs)
            reliability = scores.buckets.map {
                Bucket(
                    from: $0.from, beads: $0.beadCount, meanScore: $0.meanScore, right: $0.right)
            }
            calibrationError = scores.calibrationError
        }
    }

    private func report(
        _ pairs: [(beads: [Bead], gold: GoldAlignments.Record)], _ arguments: Arguments
    ) throws {
        let report = Report(pairs)
        if arguments.has("--json") { return Console.out(try RecordStream.encode(report)) }
        var table = Table(["counted", "precision", "recall", "F1"])
        for (name, figures) in [("strict", report.strict), ("lax", report.lax)] {
            table.add([
                .init(name), .init(Score.text(figures.precision)),
                .init(Score.text(figures.recall)), .init(Score.text(figures.f1)),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
        if arguments.has("--reliability") { print(report, arguments) }
    }

    private func print(_ report: Report, _ arguments: Arguments) {
        var table = Table(["score from", "beads", "mean score", "right"])
        for bucket in report.reliability {
            table.add([
                .init("\(bucket.from)"), .init("\(bucket.beads)"),
                .init(Score.text(bucket.meanScore)), .init(Score.text(bucket.right)),
            ])
        }
        Console.out(table.render(Terminal(arguments)))
        Console.out("calibration error\t\(Score.text(report.calibrationError))\n")
    }
}
