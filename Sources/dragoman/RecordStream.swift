internal import FoundationEssentials
internal import TextCore

/// One JSON object a line from stdin to one a line on stdout, in the same order and with the same `id`.
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

    /// - Returns: 0, or 3 when a record failed; each such record yields an object with its `error`.
    static func run<Input: Decodable>(
        _ type: Input.Type, from bytes: [UInt8], _ body: (Input) throws -> any Encodable
    ) -> Int32 {
        var status: Int32 = 0
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            // Broken bytes become U+FFFD, so that one bad page does not lose its record.
            let data = Data(String(decoding: line, as: UTF8.self).utf8)
            do {
                Console.out(try encode(try body(try JSONDecoder().decode(type, from: data))))
            } catch {
                status = 3
                let id = try? JSONDecoder().decode(Envelope.self, from: data).id
                let failure = Failure(
                    id: id ?? nil, error: .init(line: number, message: describe(error)))
                Console.out((try? encode(failure)) ?? "{\"error\":{\"line\":\(number)}}\n")
            }
        }
        return status
    }

    static func encode(_ value: any Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
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

/// A record's `id`: any string or number, given back as it came.
enum JSONScalar: Codable {
    case string(String)
    case integer(Int)
    case number(Double)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .string(try container.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        }
    }
}
