import Foundation
import Interchange
import Testing

/// Quotes as linked data, in several scripts, with characters beyond the BMP and combining marks.
struct QuotationFormatTests {
    /// «…» marks the quote and ‹…› the mark of mediation; offsets are counted from the text.
    static let texts: [(language: String, marked: String)] = [
        ("en", "🎭 “«We wait for 𠮷.»” the envoy said ‹through an interpreter›."),
        ("ru", "Посол сказал ‹через переводчика›: “«Ждём 🎭.»”"),
        ("uk", "“«Мы чекаємо»”, — сказала міністерка ‹через перекладача›."),
        ("ar", "وقال الوزير ‹عبر مترجم›: “«ننتظر 🎭»”."),
        ("zh-Hans", "部长‹通过翻译›说：“«我们等𠮷。»”"),
        ("de", "“«Wir warten e\u{301}.»”, sagte sie ‹über einen Dolmetscher›."),
    ]

    static func record(_ language: String, _ marked: String) throws -> QuotationRecord {
        var scalars: [Unicode.Scalar] = []
        var places: [Unicode.Scalar: Int] = [:]
        for scalar in marked.unicodeScalars {
            if "«»‹›".unicodeScalars.contains(scalar) {
                places[scalar] = scalars.count
            } else {
                scalars.append(scalar)
            }
        }
        func stretch(_ open: Unicode.Scalar, _ close: Unicode.Scalar) throws
            -> QuotationRecord.Stretch
        {
            let start = try #require(places[open])
            let end = try #require(places[close])
            func text(_ range: Range<Int>) -> String {
                String(String.UnicodeScalarView(scalars[range]))
            }
            return QuotationRecord.Stretch(
                start: start, end: end, text: text(start..<end),
                prefix: text(max(0, start - 32)..<start),
                suffix: text(end..<min(scalars.count, end + 32)))
        }
        let page = QuotationRecord.Page(
            article: "talks", version: language, language: language, title: "Talks", url: nil,
            date: "2024-05-01", publisher: "Plain Daily")
        return QuotationRecord(
            page: page, words: try stretch("«", "»"), occurrence: 0, form: "direct",
            speaker: "the envoy", name: nil, mediation: "interpreted",
            mark: try stretch("‹", "›"), mediator: nil, relay: ["Plain Agency"],
            spokenLanguage: "ja",
            chain: [
                .init(
                    action: "speak", language: "ja", agent: "the envoy", isPresumed: false,
                    evidence: "said"),
                .init(
                    action: "interpret", language: language, agent: nil, isPresumed: false,
                    evidence: try stretch("‹", "›").text),
                .init(
                    action: "publish", language: language, agent: "Plain Daily", isPresumed: false,
                    evidence: nil),
            ], origin: nil, original: [])
    }

    static func json(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test(arguments: texts.indices)
    func selectorsFindTheirWordsAgain(index: Int) throws {
        let (language, marked) = Self.texts[index]
        let record = try Self.record(language, marked)
        let plain = marked.filter { !"«»‹›".contains($0) }
        let scalars = Array(plain.unicodeScalars)
        let page = try Self.json(try QuotationFormat.webAnnotation.write([record]))
        #expect(page["@context"] as? String == "http://www.w3.org/ns/anno.jsonld")
        let items = try #require(page["items"] as? [[String: Any]])
        #expect(items.count == 2)
        for item in items {
            #expect(item["type"] as? String == "Annotation")
            let target = try #require(item["target"] as? [String: Any])
            let selectors = try #require(target["selector"] as? [[String: Any]])
            let position = try #require(
                selectors.first { $0["type"] as? String == "TextPositionSelector" })
            let quote = try #require(
                selectors.first { $0["type"] as? String == "TextQuoteSelector" })
            let start = try #require(position["start"] as? Int)
            let end = try #require(position["end"] as? Int)
            let exact = try #require(quote["exact"] as? String)
            // The position in code points, and the words with what stands around them, select the same.
            #expect(Array(exact.unicodeScalars) == Array(scalars[start..<end]))
            let around =
                try #require(quote["prefix"] as? String) + exact
                + (try #require(quote["suffix"] as? String))
            #expect(plain.contains(around))
        }
        // The second one, on the evidence, is about the first.
        #expect(items[1]["body"] as? String == items[0]["id"] as? String)
    }

    @Test func aQuotationTellsItsTranslatorAndSource() throws {
        var record = try Self.record("ru", Self.texts[1].marked)
        let original = try Self.record("en", Self.texts[0].marked)
        record = QuotationRecord(
            page: record.page, words: record.words, occurrence: 0, form: record.form,
            speaker: record.speaker, name: "Oda Kiri", mediation: record.mediation,
            mark: record.mark, mediator: nil, relay: record.relay, spokenLanguage: "ja",
            chain: record.chain, origin: original.page, original: [original.identifier])
        let graph = try Self.json(try QuotationFormat.quotation.write([original, record]))
        #expect(graph["@context"] as? String == "https://schema.org")
        let nodes = try #require(graph["@graph"] as? [[String: Any]])
        let russian = nodes[1]
        #expect(russian["@type"] as? String == "Quotation")
        #expect(russian["text"] as? String == "Ждём 🎭.")
        let translator = try #require(russian["translator"] as? [String: Any])
        #expect(translator["jobTitle"] as? String == "interpreter")
        #expect(translator["description"] as? String == "через переводчика")
        let source = try #require(russian["isBasedOn"] as? [String: Any])
        #expect(source["@id"] as? String == nodes[0]["@id"] as? String)
        #expect((russian["spokenByCharacter"] as? [String: Any])?["name"] as? String == "Oda Kiri")
        #expect(nodes[0]["isBasedOn"] == nil)
    }

    @Test func whatIsPresumedIsNotStated() throws {
        let own = try Self.record("de", Self.texts[5].marked)
        let record = QuotationRecord(
            page: own.page, words: own.words, occurrence: 0, form: "direct", speaker: "sie",
            name: nil, mediation: "presumed_translated", mark: nil, mediator: nil, relay: [],
            spokenLanguage: "ja",
            chain: [
                .init(
                    action: "speak", language: "ja", agent: "sie", isPresumed: true, evidence: nil),
                .init(
                    action: "translate", language: "de", agent: nil, isPresumed: true, evidence: nil
                ),
                .init(
                    action: "publish", language: "de", agent: nil, isPresumed: false, evidence: nil),
            ], origin: nil, original: [])
        let quotation = String(
            decoding: try QuotationFormat.quotation.write([record]), as: UTF8.self)
        #expect(!quotation.contains("translator"))
        let graph = try Self.json(try QuotationFormat.provenance.write([record]))
        let nodes = try #require(graph["@graph"] as? [[String: Any]])
        let translation = nodes.first { $0["rdfs:label"] as? String == "translate" }
        #expect(translation?["status"] as? String == "presumed")
    }

    /// From the quote back to the mouth, entity by entity, through the activities.
    @Test(arguments: texts.indices)
    func provenanceLeadsBackToTheSpeaker(index: Int) throws {
        let record = try Self.record(Self.texts[index].language, Self.texts[index].marked)
        let graph = try Self.json(try QuotationFormat.provenance.write([record]))
        let nodes = try #require(graph["@graph"] as? [[String: Any]])
        let byID = Dictionary(nodes.map { ($0["@id"] as? String ?? "", $0) }) { $1 }
        #expect(byID.count == nodes.count)
        var actions: [String] = []
        var next: String? = record.identifier
        while let entity = next.flatMap({ byID[$0] }) {
            let activity = (entity["prov:wasGeneratedBy"] as? [String: Any])?["@id"] as? String
            actions.append(activity.flatMap { byID[$0]?["rdfs:label"] as? String } ?? "-")
            next = (entity["prov:wasDerivedFrom"] as? [[String: Any]])?.first?["@id"] as? String
        }
        #expect(actions == ["publish", "interpret", "speak"])
        #expect(byID[record.identifier]?["prov:value"] as? String == record.words.text)
    }

    @Test(arguments: QuotationFormat.allCases)
    func sameRecordsGiveSameBytesAndOwnNames(format: QuotationFormat) throws {
        let records = try Self.texts.map { try Self.record($0.language, $0.marked) }
        #expect(try format.write(records) == (try format.write(records)))
        #expect(Set(records.map(\.identifier)).count == records.count)
        for record in records {
            #expect(
                record.identifier.wholeMatch(
                    of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}/)
                    != nil)
        }
    }
}
