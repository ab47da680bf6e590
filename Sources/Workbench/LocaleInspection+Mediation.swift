internal import LocaleData
internal import Quotes
internal import Segmentation
internal import TextCore

extension LocaleInspection {
    /// The cases of `mediation.jsonl` that are not kept: a flag that is wrong or lacks its evidence, or one on a quote
    /// that the case does not name.
    func mediationFaults(
        _ name: String, _ profile: LocaleProfile, _ tally: inout (cases: Int, pending: Int)
    ) throws(LocaleDataError) -> [Fault] {
        let cases = try LocaleCases.load(
            LocaleCases.Mediation.self, file: "mediation", tag: name, in: shelf.catalogue)
        guard !cases.isEmpty else { return [] }
        let segmenter = SentenceSegmenter(SegmentationRules(profile))
        let finder = QuoteFinder(profile)
        let lines = LineSorter(profile)
        var faults: [Fault] = []
        for (line, value) in cases {
            tally.cases += 1
            let text = Text(value.text)
            let document = Document(
                text: text, language: profile.tag, blocks: lines.blocks(text))
            let found = finder.quotes(in: document, sentences: segmenter.sentences(in: text))
            let difference = Self.difference(value, found, text)
            let place = "\(name)/cases/mediation.jsonl:\(line)"
            if value.pending != nil {
                tally.pending += 1
                if difference == nil {
                    faults.append(
                        Fault(place: place, message: "passes now: take its 'pending' out"))
                }
            } else if let difference {
                faults.append(Fault(place: place, message: difference))
            }
        }
        return faults
    }

    private static func difference(
        _ value: LocaleCases.Mediation, _ found: [Quote], _ text: Text
    ) -> String? {
        let all = Dictionary(
            found.map { (text[$0.span], flag($0, text)) }, uniquingKeysWith: { first, _ in first })
        for quote in value.quotes {
            let wanted = flag(quote)
            guard let own = all[quote.text] else {
                return "finds \(all.keys.sorted()), not '\(quote.text)'"
            }
            if own != wanted { return "'\(quote.text)': gives \(own), not \(wanted)" }
        }
        let named = Set(value.quotes.map(\.text))
        for quote in found where quote.form != .indirect && quote.mediation.kind != .none {
            let words = text[quote.span]
            if !named.contains(words) {
                return "'\(words)' is no quote of the case, and has \(flag(quote, text))"
            }
        }
        for quote in found where quote.mediation.kind != .none && quote.mediation.rule == nil {
            return "'\(text[quote.span])' has a flag without a rule"
        }
        return nil
    }

    private static func flag(_ quote: Quote, _ text: Text) -> String {
        flag(
            quote.mediation.kind.rawValue, quote.mediation.mark.map { text[$0] },
            quote.mediation.scope?.rawValue, quote.relay.map { text[$0] })
    }

    private static func flag(_ quote: LocaleCases.Mediation.Quote) -> String {
        flag(quote.mediation, quote.mark, quote.scope, quote.relay ?? [])
    }

    private static func flag(
        _ kind: String, _ mark: String?, _ scope: String?, _ relay: [String]
    ) -> String {
        let tellers = relay.isEmpty ? "-" : relay.joined(separator: ", ")
        return "\(kind), mark \(mark ?? "-"), scope \(scope ?? "-"), relay \(tellers)"
    }
}
