/// Quotes as schema.org's `Quotation`: who said it, in which article, who translated it, and what it is a rendering of.
struct SchemaQuotations {
    let document: LinkedData

    init(_ records: [QuotationRecord]) {
        document = .node([
            "@context": .string("https://schema.org"),
            "@graph": .list(records.map(Self.quotation)),
        ])
    }

    private static func quotation(_ record: QuotationRecord) -> LinkedData {
        .known([
            "@type": .string("Quotation"),
            "@id": .string(record.identifier),
            "text": .string(record.words.text),
            "inLanguage": .string(record.page.language),
            "spokenByCharacter": record.speakerLabel.map {
                .node(["@type": .string("Person"), "name": .string($0)])
            },
            "translator": translator(record),
            "isBasedOn": sources(record),
            "isPartOf": article(record.page),
            "citation": record.relay.isEmpty ? nil : .list(record.relay.map(LinkedData.string)),
        ])
    }

    /// Whoever interpreted or translated, as the text tells it; what is only presumed is not stated here.
    private static func translator(_ record: QuotationRecord) -> LinkedData? {
        let steps = record.chain.filter {
            ["interpret", "translate"].contains($0.action) && !$0.isPresumed
        }
        let people = steps.map { step in
            LinkedData.known([
                "@type": .string("Person"),
                "name": step.agent.linked,
                "jobTitle": .string(step.action == "interpret" ? "interpreter" : "translator"),
                "description": step.evidence.linked,
            ])
        }
        return people.isEmpty ? nil : people.count == 1 ? people[0] : .list(people)
    }

    private static func sources(_ record: QuotationRecord) -> LinkedData? {
        let quotes = record.original.map { LinkedData.reference($0) }
        if !quotes.isEmpty { return quotes.count == 1 ? quotes[0] : .list(quotes) }
        return record.origin.map(article)
    }

    private static func article(_ page: QuotationRecord.Page) -> LinkedData {
        .known([
            "@type": .string("NewsArticle"),
            "@id": .string(page.identifier),
            "headline": page.title.linked,
            "inLanguage": .string(page.language),
            "url": page.url.linked,
            "datePublished": page.date.linked,
            "publisher": page.publisher.map {
                .node(["@type": .string("Organization"), "name": .string($0)])
            },
        ])
    }
}
