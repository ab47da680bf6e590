public import LocaleData
public import TextCore

/// Finds the quotes of a document: the words, the speaker, and everyone who stood in between.
///
/// Marks are paired paragraph by paragraph. Each sentence is then read as a frame in which a quotation is one token,
/// so that who speaks is found among few words. The work grows with the text's length alone.
///
/// ```
/// „Wir warten“, sagte die Ministerin über einen Dolmetscher.
/// → direct „Wir warten“, speaker "die Ministerin", interpreted ("über einen Dolmetscher")
/// ```
public struct QuoteFinder: Sendable {
    let profile: LocaleProfile
    let lexicon: QuoteLexicon
    let marks: QuotationMarks
    let scanner: MediationScanner

    public init(_ profile: LocaleProfile) {
        self.profile = profile
        lexicon = QuoteLexicon(profile)
        marks = QuotationMarks(profile.quotation)
        scanner = MediationScanner(profile)
    }

    /// - Parameters:
    ///   - sentences: of all blocks, in text order.
    ///   - mentions: names in the text; without them a speaker is a mention alone.
    ///   - key: gives the key of a name whose mention has none; asked for the few that need one.
    /// - Returns: quotes in text order; one may stand inside another.
    public func quotes(
        in document: Document, sentences: [TextSpan], mentions: [Mention] = [],
        key: ((String) -> String)? = nil
    ) -> [Quote] {
        let matches = scanner.matches(
            in: document.text, document.blocks, sentences)
        let reading = DocumentReader(
            document: document, lexicon: lexicon, marks: marks, matches: matches
        ).read(sentences)
        if reading.drafts.isEmpty { return [] }
        let classifier = MediationClassifier(
            text: document.text, language: document.language, blocks: document.blocks,
            matches: matches, frames: reading.frames)
        let resolver = SpeakerResolver(
            text: document.text, profile: profile, mentions: mentions, lexicon: lexicon,
            key: key)
        var assembly = QuoteAssembly(
            drafts: reading.drafts, mediations: classifier.mediations(reading.drafts),
            resolver: resolver, chains: ChainBuilder(language: document.language))
        return assembly.quotes()
    }
}
