/// The way of each quote from the mouth to the page in terms of W3C PROV-O (2013): every step is an activity that makes
/// an entity out of the one before. A presumed step says so.
struct ProvenanceGraph {
    let document: LinkedData

    init(_ records: [QuotationRecord]) {
        var nodes: [LinkedData] = []
        var agents: [String: LinkedData] = [:]
        for record in records { nodes += Self.nodes(record, &agents) }
        let people = agents.sorted { $0.key < $1.key }.map(\.value)
        document = .node(["@context": Self.context, "@graph": .list(nodes + people)])
    }

    /// `status` and `evidence` are no terms of PROV; they have names of their own.
    private static var context: LinkedData {
        .node([
            "prov": .string("http://www.w3.org/ns/prov#"),
            "rdfs": .string("http://www.w3.org/2000/01/rdf-schema#"),
            "dcterms": .string("http://purl.org/dc/terms/"),
            "status": .string("urn:x-dragoman:status"),
            "evidence": .string("urn:x-dragoman:evidence"),
        ])
    }

    /// The entity after each step, the last of which is the quote itself, and the activities that made them.
    private static func nodes(
        _ record: QuotationRecord, _ agents: inout [String: LinkedData]
    ) -> [LinkedData] {
        var nodes: [LinkedData] = []
        var before: String?
        for (index, step) in record.chain.enumerated() {
            let isLast = index + 1 == record.chain.count
            let entity =
                isLast
                ? record.identifier : StableIdentifier.of("step", record.identifier, "\(index)")
            let activity = StableIdentifier.of("activity", record.identifier, "\(index)")
            let agent = step.agent.map { name in
                let identifier = StableIdentifier.of("agent", record.page.article, name)
                agents[identifier] = .node([
                    "@id": .string(identifier), "@type": .string("prov:Agent"),
                    "rdfs:label": .string(name),
                ])
                return identifier
            }
            nodes.append(activityNode(activity, step, agent, before))
            nodes.append(entityNode(entity, step, agent, before, activity, isLast ? record : nil))
            before = entity
        }
        return nodes
    }

    private static func activityNode(
        _ identifier: String, _ step: QuotationRecord.Step, _ agent: String?, _ before: String?
    ) -> LinkedData {
        .known([
            "@id": .string(identifier),
            "@type": .string("prov:Activity"),
            "rdfs:label": .string(step.action),
            "prov:used": before.map { .reference($0) },
            "prov:wasAssociatedWith": agent.map { .reference($0) },
            "status": .string(step.isPresumed ? "presumed" : "stated"),
            "evidence": step.evidence.linked,
        ])
    }

    /// - Parameter record: given for the words as the page has them.
    private static func entityNode(
        _ identifier: String, _ step: QuotationRecord.Step, _ agent: String?, _ before: String?,
        _ activity: String, _ record: QuotationRecord?
    ) -> LinkedData {
        let sources = [before].compactMap { $0 } + (record?.original ?? [])
        let derivation = step.action == "relay" ? "prov:wasQuotedFrom" : "prov:wasDerivedFrom"
        return .known([
            "@id": .string(identifier),
            "@type": .string("prov:Entity"),
            "prov:wasGeneratedBy": .reference(activity),
            "prov:wasAttributedTo": agent.map { .reference($0) },
            derivation: sources.isEmpty ? nil : .list(sources.map { .reference($0) }),
            "dcterms:language": step.language.linked,
            "dcterms:isPartOf": record.map { .reference($0.page.identifier) },
            "prov:value": record.map { .string($0.words.text) },
        ])
    }
}
