internal import TextCore

extension AlignmentRecord {
    static let schema = 1

    init(json source: JSONSource) throws(CorpusError) {
        var record = try source.record(try source.parse())
        try record.checkSchema(Self.schema)
        let sides = (try record.side("source"), try record.side("target"))
        var beads: [Bead] = []
        for node in try record.array("beads") {
            beads.append(try source.bead(node, sides.0.sentences.count, sides.1.sentences.count))
        }
        self.init(source: sides.0, target: sides.1, beads: beads)
        other = record.rest
    }

    var json: JSONValue {
        var fields = other
        fields["schema"] = .integer(Self.schema)
        fields["source"] = source.json
        fields["target"] = target.json
        fields["beads"] = .array(
            beads.map { bead in
                .object([
                    "source": .array(bead.source.map(JSONValue.integer)),
                    "target": .array(bead.target.map(JSONValue.integer)),
                    "score": .share(bead.score), "status": .string(bead.status.rawValue),
                ])
            })
        return .object(fields)
    }
}

extension AlignedSide {
    fileprivate var json: JSONValue {
        .object([
            "version": .string(version.string), "revision": .string(revision.string),
            "sentences": .array(sentences.map { .string($0.string) }),
        ])
    }
}

extension JSONRecord {
    fileprivate mutating func side(_ key: String) throws(CorpusError) -> AlignedSide {
        guard var side = try record(key) else { throw missing(key) }
        guard let name = try side.string("version"), let version = try? VersionKey(name) else {
            throw side.missing("version")
        }
        guard let revision = try side.revision("revision") else { throw side.missing("revision") }
        var sentences: [Revision] = []
        for node in try side.array("sentences") { sentences.append(try source.revision(node)) }
        return AlignedSide(version: version, revision: revision, sentences: sentences)
    }
}

extension JSONSource {
    fileprivate func bead(_ node: JSONNode, _ sources: Int, _ targets: Int) throws(CorpusError)
        -> Bead
    {
        var record = try record(node, "a bead")
        let source = try run(record.take("source"), in: node, below: sources)
        let target = try run(record.take("target"), in: node, below: targets)
        guard !source.isEmpty || !target.isEmpty else {
            throw expected("a bead with a sentence", at: node)
        }
        var score = 0.0
        if let given = record.take("score") {
            guard case .number(let digits) = given.content, let value = Double(digits) else {
                throw expected("a number as 'score'", at: given)
            }
            score = value
        }
        let status = try record.take("status").map { node throws(CorpusError) in
            guard case .string(let word) = node.content, let status = Bead.Status(rawValue: word)
            else { throw expected("as 'status' one of: auto confirmed rejected", at: node) }
            return status
        }
        return Bead(source: source, target: target, score: score, status: status ?? .auto)
    }

    /// Sentence indices, which must be neighbours in order.
    private func run(
        _ node: JSONNode?, in bead: JSONNode, below limit: Int
    ) throws(CorpusError) -> Range<Int> {
        guard let node else { throw expected("'source' and 'target' in this bead", at: bead) }
        guard case .array(let items) = node.content else {
            throw expected("an array of sentence indices", at: node)
        }
        guard let head = items.first else { return 0..<0 }
        let first = try integer(head, "a sentence index")
        for (offset, item) in items.enumerated() {
            let index = try integer(item, "a sentence index")
            guard index >= 0, index < limit, index - offset == first else {
                throw expected("neighbouring sentence indices below \(limit)", at: item)
            }
        }
        return first..<first + items.count
    }
}
