internal import FoundationEssentials
internal import TextCore
internal import Workbench

/// One JSON object a line from stdin to one a line on stdout, in the same order and with the same `id`.
///
/// Records are worked on side by side and answered in order, so the output is the same for every number of jobs. A
/// record that fails is answered by an object with its `error`, and the stream goes on.
enum RecordStream {
    /// What every record carries beside its own fields.
    private struct Envelope: Decodable {
        let id: JSONScalar?
    }

    private struct Failure: Encodable {
        struct Reason: Encodable {
            let line: Int
            let message: String
        }

        let id: JSONScalar?
        let error: Reason
    }

    private struct Line: Sendable {
        let number: Int
        let bytes: [UInt8]
    }

    private struct Answer: Sendable {
        let bytes: [UInt8]
        let isFailure: Bool
    }

    /// Enough records to keep all jobs busy, few enough that memory stays bounded.
    private static let batchCount = 256
    private static let batchBytes = 8 << 20

    /// - Returns: the exit code: 0, or 3 when a record failed.
    static func run<Input: Decodable & Sendable>(
        _ type: Input.Type, jobs: Int, _ body: @escaping @Sendable (Input) throws -> any Encodable
    ) throws -> Int32 {
        var status: Int32 = 0
        try forEachBatch { lines in
            let answers = Parallel.map(lines, jobs: jobs) { line in
                attempt(line) { try body(try decode(type, line)) }
            }
            for answer in answers {
                if answer.isFailure { status = 3 }
                Console.out(answer.bytes)
            }
        }
        return status
    }

    /// For work that must see all records before it answers any.
    ///
    /// - Parameter body: takes the records that could be read and gives an answer for each, in their order.
    static func runAll<Input: Decodable & Sendable>(
        _ type: Input.Type, _ body: ([Input]) throws -> [any Encodable]
    ) throws -> Int32 {
        var lines: [Line] = []
        try forEachBatch { lines += $0 }
        let records = lines.map { line in Result { try decode(type, line) } }
        var answers = try body(records.compactMap { try? $0.get() })[...]
        var status: Int32 = 0
        for (line, record) in zip(lines, records) {
            let answer = attempt(line) {
                _ = try record.get()
                guard let next = answers.popFirst() else { throw UsageError("no answer") }
                return next
            }
            if answer.isFailure { status = 3 }
            Console.out(answer.bytes)
        }
        return status
    }

    /// For work that answers all records at once, in a form of its own.
    ///
    /// - Returns: the records that could be read, and 0, or 3 where one could not; that one is told on stderr.
    static func collect<Input: Decodable & Sendable>(
        _ type: Input.Type
    ) throws -> (records: [Input], status: Int32) {
        var records: [Input] = []
        var status: Int32 = 0
        try forEachBatch { lines in
            for line in lines {
                do { records.append(try decode(type, line)) } catch {
                    Console.error("error: line \(line.number): \(describe(error))")
                    status = 3
                }
            }
        }
        return (records, status)
    }

    /// A JSON text with its line end; keys are sorted so that output can be compared.
    static func encode(_ value: any Encodable) throws -> [UInt8] {
        try SortedJSONEncoder.encode(value) + [0x0A]
    }

    private static func forEachBatch(_ body: ([Line]) throws -> Void) throws {
        var reader = LineReader(try InputReader("-"))
        var batch: [Line] = []
        var bytes = 0
        var number = 0
        while let line = try reader.next() {
            number += 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            batch.append(Line(number: number, bytes: line))
            bytes += line.count
            if batch.count >= batchCount || bytes >= batchBytes {
                try body(batch)
                batch = []
                bytes = 0
            }
        }
        if !batch.isEmpty { try body(batch) }
    }

    /// Broken bytes become U+FFFD, so that one bad page does not lose its record.
    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ line: Line
    ) throws -> Value {
        let data = Data(String(decoding: line.bytes, as: UTF8.self).utf8)
        return try JSONDecoder().decode(type, from: data)
    }

    private static func attempt(_ line: Line, _ body: () throws -> any Encodable) -> Answer {
        do {
            return Answer(bytes: try encode(try body()), isFailure: false)
        } catch {
            let id = try? decode(Envelope.self, line).id
            let failure = Failure(
                id: id ?? nil, error: .init(line: line.number, message: describe(error)))
            let bytes = try? encode(failure)
            return Answer(
                bytes: bytes ?? Array("{\"error\":{\"line\":\(line.number)}}\n".utf8),
                isFailure: true)
        }
    }

    private static func describe(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            "wrong type at \(context.codingPath.map(\.stringValue).joined(separator: "."))"
        case DecodingError.dataCorrupted(let context): "no JSON object: \(context.debugDescription)"
        default: "\(error)"
        }
    }
}
