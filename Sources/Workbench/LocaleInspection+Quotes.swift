internal import LocaleData
internal import Quotes
internal import Segmentation
internal import TextCore

extension LocaleInspection {
    /// The cases of `quotes.jsonl` that are not kept.
    func quoteFaults(
        _ name: String, _ profile: LocaleProfile, _ tally: inout (cases: Int, pending: Int)
    ) throws(LocaleDataError) -> [Fault] {
        let cases = try LocaleCases.load(
            LocaleCases.Quotes.self, file: "quotes", tag: name, in: shelf.catalogue)
        guard !cases.isEmpty else { return [] }
        let segmenter = SentenceSegmenter(SegmentationRules(profile))
        let finder = QuoteFinder(profile)
        var faults: [Fault] = []
        for (line, value) in cases {
            tally.cases += 1
            let text = Text(value.text)
            let found = finder.quotes(
                in: Document(plain: text, language: profile.tag),
                sentences: segmenter.sentences(in: text)
            ).map { Self.plain($0, text) }
            let wanted = value.quotes.map(Self.plain)
            let place = "\(name)/cases/quotes.jsonl:\(line)"
            if value.pending != nil {
                tally.pending += 1
                if found == wanted {
                    faults.append(
                        Fault(place: place, message: "passes now: take its 'pending' out"))
                }
            } else if found != wanted {
                faults.append(Fault(place: place, message: "gives \(found), not \(wanted)"))
            }
        }
        return faults
    }

    /// A quote as a case writes it, in one line.
    private static func plain(_ quote: Quote, _ text: Text) -> String {
        plain(
            text[quote.span], quote.form.rawValue, quote.speaker.map { text[$0.span] },
            quote.mediation.kind.rawValue, quote.mediation.mark.map { text[$0] })
    }

    private static func plain(_ quote: LocaleCases.Quotes.Quote) -> String {
        plain(quote.text, quote.type, quote.speaker, quote.mediation ?? "none", quote.mark)
    }

    private static func plain(
        _ words: String, _ form: String, _ speaker: String?, _ mediation: String, _ mark: String?
    ) -> String {
        "\(form) '\(words)' by \(speaker ?? "-"), \(mediation) \(mark ?? "-")"
    }
}
