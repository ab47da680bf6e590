/// Quotes as W3C Web Annotations (Web Annotation Data Model, 2017): one on the words, and one on the words that tell of
/// the interpreter or translation.
///
/// Positions count Unicode code points from 0, the end excluded, as the model has it.
struct WebAnnotations {
    let document: LinkedData

    init(_ records: [QuotationRecord]) {
        let items = records.flatMap(Self.annotations)
        document = .node([
            "@context": .string("http://www.w3.org/ns/anno.jsonld"),
            "id": .string(
                StableIdentifier.of("annotations", records.map(\.identifier).joined(separator: " "))
            ),
            "type": .string("AnnotationPage"),
            "startIndex": .number(0),
            "items": .list(items),
        ])
    }

    private static func annotations(_ record: QuotationRecord) -> [LinkedData] {
        var bodies = [body("classifying", record.form)]
        // Nothing said of mediation is no class: it must not be read as "verbatim".
        if record.mediation != "none" { bodies.append(body("classifying", record.mediation)) }
        if let speaker = record.speakerLabel { bodies.append(body("identifying", speaker)) }
        bodies += record.relay.map { body("describing", "relayed by \($0)") }
        let words = annotation(
            record.identifier, motivation: "identifying", .list(bodies), record, record.words)
        guard let mark = record.mark else { return [words] }
        let evidence = annotation(
            StableIdentifier.of("evidence", record.identifier), motivation: "linking",
            .string(record.identifier), record, mark)
        return [words, evidence]
    }

    private static func annotation(
        _ identifier: String, motivation: String, _ body: LinkedData, _ record: QuotationRecord,
        _ stretch: QuotationRecord.Stretch
    ) -> LinkedData {
        .node([
            "id": .string(identifier),
            "type": .string("Annotation"),
            "motivation": .string(motivation),
            "body": body,
            "target": .node([
                "source": .string(record.page.identifier),
                "selector": .list([position(stretch), exact(stretch)]),
            ]),
        ])
    }

    private static func body(_ purpose: String, _ value: String) -> LinkedData {
        .node([
            "type": .string("TextualBody"),
            "purpose": .string(purpose),
            "format": .string("text/plain"),
            "value": .string(value),
        ])
    }

    private static func position(_ stretch: QuotationRecord.Stretch) -> LinkedData {
        .node([
            "type": .string("TextPositionSelector"),
            "start": .number(stretch.start),
            "end": .number(stretch.end),
        ])
    }

    private static func exact(_ stretch: QuotationRecord.Stretch) -> LinkedData {
        .node([
            "type": .string("TextQuoteSelector"),
            "exact": .string(stretch.text),
            "prefix": .string(stretch.prefix),
            "suffix": .string(stretch.suffix),
        ])
    }
}
