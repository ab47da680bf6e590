internal import TextCore
internal import Workbench

/// A record with a source and a target, as `align` and `check` read them.
struct TwoSidedRecord<Side: Decodable & Sendable>: Decodable, Sendable {
    let id: JSONScalar?
    let source: Side
    let target: Side
}

/// What `align --jsonl` reads of a side.
struct SentencesWire: Decodable, Sendable {
    let side: AlignmentService.Side

    private enum CodingKeys: CodingKey {
        case lang, sentences
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let sentences = try container.decode([String].self, forKey: .sentences)
        let language = try container.decodeIfPresent(String.self, forKey: .lang)
        side = .init(language: try Arguments.language(ofRecord: language), sentences: sentences)
    }
}

typealias AlignmentRecord = TwoSidedRecord<SentencesWire>

extension AlignmentRecord {
    var pair: AlignmentService.Pair { .init(source: source.side, target: target.side) }
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
