internal import FoundationEssentials
internal import TextCore

/// Beads made by hand: a ladder, or a JSON object a line as `align --jsonl` writes them.
public enum BeadGold {
    /// The beads of one pair of texts.
    public struct Record: Hashable, Sendable {
        /// As in the record that is compared; `nil` for a ladder.
        public let id: String?
        public let links: [BeadLadder.Link]
    }

    private struct Line: Decodable {
        struct Bead: Decodable {
            let source: [Int]
            let target: [Int]
        }

        enum CodingKeys: CodingKey { case id, beads }

        let id: String?
        let beads: [Bead]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            beads = try container.decode([Bead].self, forKey: .beads)
            // An id may be a number.
            if let number = try? container.decodeIfPresent(Int.self, forKey: .id) {
                id = String(number)
            } else {
                id = try container.decodeIfPresent(String.self, forKey: .id)
            }
        }
    }

    /// - Parameter file: the name that errors carry.
    public static func read(_ bytes: [UInt8], file: String) throws(InterchangeError) -> [Record] {
        let text = Text(utf8: bytes)
        guard text.bytes.first(where: { !isBlank($0) }) == 0x7B else {
            return [Record(id: nil, links: try BeadLadder.read(text.string, file: file))]
        }
        var records: [Record] = []
        for (index, line) in text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        where !line.allSatisfy(isBlank) {
            guard let value = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
                throw .malformed(
                    file: file, line: index + 1, column: 1,
                    reason: "expected an object with 'beads', each with 'source' and 'target'")
            }
            records.append(
                Record(
                    id: value.id,
                    links: value.beads.map { .init(source: $0.source, target: $0.target) }))
        }
        return records
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0D || byte == 0x0A || byte == 0x09
    }
}
