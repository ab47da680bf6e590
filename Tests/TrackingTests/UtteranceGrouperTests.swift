import Corpus
import Quotes
import Testing
import TextCore
import Tracking

struct UtteranceGrouperTests {
    /// A version whose quotes stand between «…»; each line is a sentence, `#n` after a mark gives the piece's group.
    static func version(
        _ key: String, _ lines: [String], speaker: String? = nil,
        form: Quote.Form = .direct, mediation: Mediation.Kind = .none
    ) throws -> VersionQuotes {
        let text = Text(lines.joined(separator: "\n"))
        var sentences: [TextSpan] = []
        var quotes: [Quote] = []
        for line in text.lines() {
            sentences.append(line)
            var open: Int?
            var offset = line.start
            while offset < line.end {
                let (scalar, next) = text.scalar(at: offset)
                if scalar == "«" { open = next }
                if scalar == "»", let start = open {
                    quotes.append(
                        quote(TextSpan(start, offset), form, speaker, mediation, quotes.count))
                    open = nil
                }
                offset = next
            }
        }
        return VersionQuotes(
            version: try VersionKey(key), text: text, sentences: sentences, quotes: quotes)
    }

    static func quote(
        _ span: TextSpan, _ form: Quote.Form, _ speaker: String?, _ mediation: Mediation.Kind,
        _ group: Int
    ) -> Quote {
        Quote(
            span: span, form: form,
            speaker: speaker.map { Speaker(span: span, name: $0, key: $0, confidence: 1) },
            cue: nil, mediation: Mediation(kind: mediation), relay: [], chain: [],
            confidence: 1, group: group)
    }

    static func alignment(_ a: String, _ b: String, _ beads: [Bead]) throws -> AlignmentRecord {
        func side(_ key: String) throws -> AlignedSide {
            AlignedSide(
                version: try VersionKey(key), revision: Revision(of: Array(key.utf8)),
                sentences: [])
        }
        return AlignmentRecord(source: try side(a), target: try side(b), beads: beads)
    }

    static func straight(_ count: Int) -> [Bead] {
        (0..<count).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 1) }
    }

    @Test func oneUtteranceIsFollowedThroughSixLanguages() throws {
        let versions = [
            try Self.version("en", ["The minister came.", "She said: «We will wait.»"]),
            try Self.version("ru", ["Министр приехала.", "Она сказала: «Мы подождём»."]),
            try Self.version("uk", ["Міністерка приїхала.", "Вона сказала: «Ми зачекаємо»."]),
            try Self.version("zh-Hans", ["部长来了。", "她说：«我们会等的。𠮷»"]),
            try Self.version("ar", ["وصلت الوزيرة.", "وقالت: «سننتظر»."]),
            try Self.version("de", ["Die Ministerin kam.", "Sie sagte: «Wir warten.»"]),
        ]
        let records = try ["ru", "uk", "zh-Hans", "ar", "de"].map {
            try Self.alignment("en", $0, Self.straight(2))
        }
        let found = UtteranceGrouper(versions).utterances(records)
        #expect(found.count == 1)
        #expect(
            found[0].renderings.map(\.version.string) == ["ar", "de", "en", "ru", "uk", "zh-Hans"])
        #expect(found[0].differences.isEmpty)
    }

    @Test func twoQuotesOfOneSentenceKeepTheirOrder() throws {
        let versions = [
            try Self.version("en", ["He spoke of «one thing» and then of «another thing»."]),
            try Self.version("uk", ["Він говорив про «одне», а потім про «інше»."]),
        ]
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("en", "uk", Self.straight(1))
        ])
        let pairs = found.map { utterance in
            utterance.renderings.map { rendering in
                versions.first { $0.version == rendering.version }?.text[rendering.span] ?? ""
            }
        }
        #expect(pairs == [["one thing", "одне"], ["another thing", "інше"]])
    }

    @Test func quotesWithoutACounterpartStandAlone() throws {
        let versions = [
            try Self.version("en", ["«Yes», she said.", "«No», he said."]),
            try Self.version("de", ["«Ja», sagte sie.", "Er schwieg."]),
        ]
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("en", "de", Self.straight(2))
        ])
        #expect(found.map(\.renderings.count) == [2, 1])
        #expect(UtteranceGrouper(versions).utterances([]).map(\.renderings.count) == [1, 1, 1])
    }

    @Test func wordsGivenToAnotherSpeakerAreADifference() throws {
        let versions = [
            try Self.version("en", ["«We will wait», said A."], speaker: "a"),
            try Self.version("ru", ["«Мы подождём», сказал Б."], speaker: "b"),
        ]
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("en", "ru", Self.straight(1))
        ])
        let (en, ru) = (try VersionKey("en"), try VersionKey("ru"))
        #expect(found.map(\.differences) == [[.speaker(["a": [en], "b": [ru]])]])
    }

    @Test func theWordsAsSpokenNeedNoFlag() throws {
        var versions = [
            try Self.version("fr", ["«C’est fini», dit-elle."]),
            try Self.version(
                "en", ["«It is over», she said in French."], mediation: .languageNoted),
        ]
        let noted = versions[1].quotes.map { quote in
            var quote = quote
            quote.mediation.sourceLanguage = LanguageTag("fr")
            return quote
        }
        versions[1] = VersionQuotes(
            version: versions[1].version, text: versions[1].text,
            sentences: versions[1].sentences, quotes: noted)
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("fr", "en", Self.straight(1))
        ])
        #expect(found.map(\.renderings.count) == [2])
        #expect(found[0].differences.isEmpty)
    }

    @Test func whatWasLostIsNamed() throws {
        let versions = [
            try Self.version(
                "en", ["«We have 25 ships», he said through an interpreter."],
                mediation: .interpreted),
            try Self.version("uk", ["«У нас 52 кораблі», сказав він."]),
        ]
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("en", "uk", Self.straight(1))
        ])
        let (en, uk) = (try VersionKey("en"), try VersionKey("uk"))
        #expect(
            found.first?.differences == [
                .mediation(flagged: [en], silent: [uk]),
                .number("25", present: [en], absent: [uk]),
                .number("52", present: [uk], absent: [en]),
            ])
    }

    /// A chain of links over a third version would give English two renderings of one utterance.
    @Test func noUtteranceHasTwoRenderingsInOneVersion() throws {
        let versions = [
            try Self.version("en", ["«We will wait for the ship», she said.", "«Soon», he said."]),
            try Self.version("ja", ["彼女は«船を待ちます»と言った。"]),
            try Self.version("de", ["Sie sagte: «Wir warten auf das Schiff.»", "Er: «Bald.»"]),
        ]
        let crossed = [Bead(source: 1..<2, target: 0..<1, score: 0.6)]
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("en", "de", Self.straight(2)),
            try Self.alignment("ja", "de", Self.straight(1)),
            try Self.alignment("en", "ja", crossed),
        ])
        #expect(found.map(\.renderings.count) == [3, 2])
        for utterance in found {
            #expect(Set(utterance.renderings.map(\.version)).count == utterance.renderings.count)
        }
    }

    @Test func piecesOfASplitQuotationAreOneRendering() throws {
        let split = try Self.version("ru", ["«Мы подождём, — сказала она, — до весны»."])
        let text = split.text
        let whole = split.quotes[0]
        let dash = try #require(text.bytes.firstIndex(of: 0x2C))
        var (first, second) = (whole, whole)
        first.span = TextSpan(whole.span.start, dash)
        second.span = TextSpan(whole.span.end - 18, whole.span.end)
        let versions = [
            try Self.version("ar", ["قالت: «سننتظر حتى الربيع»."]),
            VersionQuotes(
                version: split.version, text: text, sentences: split.sentences,
                quotes: [first, second]),
        ]
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("ar", "ru", Self.straight(1))
        ])
        #expect(found.count == 1)
        #expect(found[0].renderings.map(\.quotes.count) == [1, 2])
    }

    @Test func twoOutletsOfOneLanguageAreFollowedThroughTheirAlignment() throws {
        let versions = [
            try Self.version("zh-Hans.north", ["部长来了。", "她说：«我们会等的。»"]),
            try Self.version("zh-Hans.south", ["她表示«会等»。"], form: .mixed),
        ]
        let bead = Bead(source: 1..<2, target: 0..<1, score: 0.9)
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("zh-Hans.north", "zh-Hans.south", [bead])
        ])
        #expect(found.map(\.renderings.count) == [2])
    }

    /// Every word a quote: the work must grow with the text's length, not with its square.
    @Test func aTextOfNothingButQuotesIsNoTrap() throws {
        let line = String(repeating: "«a» ", count: 3_000)
        let versions = [try Self.version("en", [line]), try Self.version("uk", [line])]
        let found = UtteranceGrouper(versions).utterances([
            try Self.alignment("en", "uk", Self.straight(1))
        ])
        #expect(found.count == 3_000)
        #expect(found.allSatisfy { $0.renderings.count == 2 })
    }
}
