internal import FoundationEssentials

/// A value of a JSON-LD document; what is not known is left out, never written as `null`.
indirect enum LinkedData: Encodable, Hashable, Sendable {
    case string(String)
    case number(Int)
    case list([LinkedData])
    case node([String: LinkedData])

    /// A node of the members that are known.
    static func known(_ members: [String: LinkedData?]) -> LinkedData {
        .node(members.compactMapValues { $0 })
    }

    static func reference(_ identifier: String, key: String = "@id") -> LinkedData {
        .node([key: .string(identifier)])
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .node(let members): try container.encode(members)
        }
    }

    /// The document as a file: members in code-point order, so that the same data give the same bytes.
    func document() throws(InterchangeError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { throw .outOfMemory }
        return Array(data) + [0x0A]
    }
}

extension Optional<String> {
    var linked: LinkedData? { map(LinkedData.string) }
}
