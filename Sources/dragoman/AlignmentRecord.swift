internal import TextCore
internal import Workbench

/// What `align --jsonl` reads.
struct AlignmentRecord: Decodable, Sendable {
    private struct Side: Decodable {
        let lang: String?
        let sentences: [String]

        func side() throws -> AlignmentService.Side {
            return .init(language: try Arguments.language(ofRecord: lang), sentences: sentences)
        }
    }

    private enum CodingKeys: CodingKey {
        case id, source, target
    }

    let id: JSONScalar?
    let pair: AlignmentService.Pair

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decodeIfPresent(JSONScalar.self, forKey: .id)
        pair = .init(
            source: try container.decode(Side.self, forKey: .source).side(),
            target: try container.decode(Side.self, forKey: .target).side())
    }
}

/// A bead as it leaves the program: sentence numbers from 0.
struct AlignmentBead: Encodable {
    let source: [Int]
    let target: [Int]
    let score: Double

    init(_ bead: Bead) {
        source = Array(bead.source)
        target = Array(bead.target)
        score = (bead.score * 10_000).rounded() / 10_000
    }
}

/// What `align --jsonl` writes.
struct AlignmentRecordAnswer: Encodable {
    let id: JSONScalar?
    let beads: [AlignmentBead]

    init(_ id: JSONScalar?, _ beads: [Bead]) {
        self.id = id
        self.beads = beads.map(AlignmentBead.init)
    }
}

/// What `align --json` writes: the sentences as they were cut, and the beads.
struct AlignmentAnswer: Encodable {
    private struct Side: Encodable {
        let lang: String
        let sentences: [String]
    }

    private let source: Side
    private let target: Side
    private let beads: [AlignmentBead]

    init(_ pair: AlignmentService.Pair, _ beads: [Bead]) {
        source = Side(lang: pair.source.language.string, sentences: pair.source.sentences)
        target = Side(lang: pair.target.language.string, sentences: pair.target.sentences)
        self.beads = beads.map(AlignmentBead.init)
    }
}
