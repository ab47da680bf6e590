internal import TextCore
internal import Workbench

/// `dragoman check --jsonl`: texts and their translations, without a corpus.
enum CheckStream {
    private struct Side: Decodable, Sendable {
        let side: PairCheckService.Side

        private enum CodingKeys: CodingKey {
            case lang, text
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let text = try container.decode(String.self, forKey: .text)
            let language = try container.decodeIfPresent(String.self, forKey: .lang)
            side = .init(language: try Arguments.language(ofRecord: language), text: Text(text))
        }
    }

    private typealias Record = TwoSidedRecord<Side>

    private static func pair(_ record: Record) -> PairCheckService.Pair {
        .init(source: record.source.side, target: record.target.side)
    }

    private struct Place: Encodable {
        let start: Int
        let end: Int
        let text: String

        init(_ place: PairCheckService.Place) {
            start = place.start
            end = place.end
            text = place.text
        }
    }

    private struct Finding: Encodable {
        let rule: String
        let severity: String
        let source: Place?
        let target: Place?
        let message: String

        init(_ finding: PairCheckService.Finding) {
            rule = finding.rule
            severity = finding.severity
            source = finding.source.map(Place.init)
            target = finding.target.map(Place.init)
            message = finding.message
        }
    }

    private struct Answer: Encodable {
        let id: JSONScalar?
        let findings: [Finding]

        init(_ record: Record, _ findings: [PairCheckService.Finding]) {
            id = record.id
            self.findings = findings.map(Finding.init)
        }
    }

    static func run(_ arguments: Arguments, _ shelf: ProfileShelf) throws -> Int32 {
        let service = try PairCheckService(shelf)
        let jobs = try arguments.jobs()
        if arguments.value("--learn") == AlignmentService.Learning.collection.rawValue {
            return try RecordStream.runAll(Record.self) { records in
                let found = try service.check(
                    records.map(pair), learning: .collection, jobs: jobs)
                return zip(records, found).map(Answer.init)
            }
        }
        return try RecordStream.run(Record.self, jobs: jobs) { record in
            Answer(record, try service.check([pair(record)], learning: .record)[0])
        }
    }
}
