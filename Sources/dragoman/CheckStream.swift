internal import TextCore
internal import Workbench

/// `dragoman check --jsonl`: texts and their translations, without a corpus.
enum CheckStream {
    private struct Record: Decodable, Sendable {
        struct Side: Decodable {
            let lang: String?
            let text: String

            func side() throws -> PairCheckService.Side {
                .init(language: try Arguments.language(ofRecord: lang), text: Text(text))
            }
        }

        private enum CodingKeys: CodingKey {
            case id, source, target
        }

        let id: JSONScalar?
        let pair: PairCheckService.Pair

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decodeIfPresent(JSONScalar.self, forKey: .id)
            pair = .init(
                source: try container.decode(Side.self, forKey: .source).side(),
                target: try container.decode(Side.self, forKey: .target).side())
        }
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
                    records.map(\.pair), learning: .collection, jobs: jobs)
                return zip(records, found).map(Answer.init)
            }
        }
        return try RecordStream.run(Record.self, jobs: jobs) { record in
            Answer(record, try service.check([record.pair], learning: .record)[0])
        }
    }
}
