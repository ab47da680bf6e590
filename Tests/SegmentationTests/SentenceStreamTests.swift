import Segmentation
import Testing
import TextCore

struct SentenceStreamTests {
    /// What came out of a stream, in the input's own counting.
    struct Outcome {
        var sentences: [Place] = []
        var decisions: [Decided] = []
        var repairs: [Text.Repair] = []
        var stretches = 0

        struct Place: Hashable {
            let start: Int
            let end: Int
            let text: String
        }

        struct Decided: Hashable {
            let offset: Int
            let isBoundary: Bool
            let reason: BoundaryDecision.Reason
        }

        mutating func add(_ stretch: SentenceStream<Never>.Stretch, _ segmenter: SentenceSegmenter)
        {
            stretches += 1
            let map = stretch.text.offsets
            func scalar(_ byte: Int) -> Int { stretch.origin.scalars + map.scalar(byte) }
            sentences += stretch.sentences.map {
                Place(start: scalar($0.start), end: scalar($0.end), text: stretch.text[$0])
            }
            decisions += segmenter.decisions(in: stretch.text).filter {
                $0.offset <= stretch.end
            }.map {
                Decided(offset: scalar($0.offset), isBoundary: $0.isBoundary, reason: $0.reason)
            }
            repairs += stretch.repairs
        }
    }

    static func rules(
        _ language: String, _ newline: SegmentationRules.NewlineMode = .paragraph
    ) throws -> SegmentationRules {
        try SentenceSegmenterTests.rules(language, newline: newline)
    }

    static func streamed(
        _ chunks: [ArraySlice<UInt8>], _ rules: SegmentationRules, window: Int
    ) -> Outcome {
        let segmenter = SentenceSegmenter(rules)
        var stream = SentenceStream(rules, window: window)
        var outcome = Outcome()
        for chunk in chunks {
            for stretch in stream.append(chunk) { outcome.add(stretch, segmenter) }
        }
        outcome.add(stream.finish(), segmenter)
        return outcome
    }

    static func whole(_ bytes: [UInt8], _ rules: SegmentationRules) -> Outcome {
        var outcome = Outcome()
        let text = Text(utf8: bytes)
        let segmenter = SentenceSegmenter(rules)
        let map = text.offsets
        outcome.sentences = segmenter.sentences(in: text).map {
            .init(start: map.scalar($0.start), end: map.scalar($0.end), text: text[$0])
        }
        outcome.decisions = segmenter.decisions(in: text).map {
            .init(offset: map.scalar($0.offset), isBoundary: $0.isBoundary, reason: $0.reason)
        }
        outcome.repairs = text.repairs
        return outcome
    }

    /// Tells the first difference alone: two lists of thousands tell a reader nothing.
    static func compare<Element: Equatable>(
        _ found: [Element], _ expected: [Element], _ note: String
    ) {
        let index = zip(found, expected).enumerated().first { $1.0 != $1.1 }?.offset
        guard let index else {
            #expect(found.count == expected.count, "\(note)")
            return
        }
        Issue.record("\(note): found \(found[index]) for \(expected[index])")
    }

    /// Where the input is cut, and where a window ends, changes no sentence and no decision.
    @Test(arguments: ["en", "ru", "uk", "zh", "ar", "de", "hi", "und"], [1, 700])
    func piecesGiveWhatTheWholeGives(language: String, most: Int) throws {
        // A list goes on across paragraphs, so where a window begins can make an item of it.
        let seed = language.utf8.reduce(UInt64(most)) { $0 + UInt64($1) }
        var random = MixedText(seed: seed, hasLists: false)
        for mode in SegmentationRules.NewlineMode.allCases {
            let rules = try Self.rules(language, mode)
            var bytes: [UInt8] = random.below(2) == 0 ? [0xEF, 0xBB, 0xBF] : []
            bytes += Array(random.text(paragraphs: 50, pieces: 24).utf8)
            for _ in 0..<10 {
                bytes.insert(UInt8(0x80 + random.below(128)), at: random.below(bytes.count))
            }
            let expected = Self.whole(bytes, rules)
            let found = Self.streamed(random.chunks(bytes, most: most), rules, window: 2048)
            #expect(found.stretches > 1)
            Self.compare(found.sentences, expected.sentences, "\(mode)")
            Self.compare(found.decisions, expected.decisions, "\(mode)")
            #expect(found.repairs == expected.repairs)
        }
    }

    /// A line of a gigabyte has no paragraph ends: nothing of it may be lost or come twice.
    @Test(arguments: ["en", "ru", "zh", "ar", "und"])
    func aGiantLineLosesNothing(language: String) throws {
        let rules = try Self.rules(language, .wrap)
        var random = MixedText(seed: 5)
        let pieces = [
            random.paragraph(pieces: 800), String(repeating: "a", count: 10_000),
            String(repeating: ".", count: 10_000), String(repeating: "e\u{301}", count: 4_000),
            "a" + String(repeating: "\u{301}", count: 4_000),
            String(repeating: "\u{3000}", count: 4_000),
            String(repeating: "«", count: 4_000), String(repeating: "部长说。", count: 4_000),
            String(repeating: "\r", count: 4_000),
            String(repeating: "\u{1F468}\u{200D}", count: 4_000),
            String(repeating: "Yes. ", count: 4_000) + random.paragraph(pieces: 800),
        ]
        for piece in pieces {
            let bytes = Array(piece.utf8)
            let found = Self.streamed(random.chunks(bytes, most: 5000), rules, window: 1024)
            let blank = CharacterTable.shared
            func visible(_ text: String) -> String.UnicodeScalarView {
                let normal = Text(text).string.unicodeScalars.filter { !blank.isWhiteSpace($0) }
                return String.UnicodeScalarView(normal)
            }
            let joined = found.sentences.map(\.text).joined()
            #expect(visible(joined).elementsEqual(visible(piece)), "\(piece.prefix(20))")
            let scalars = Array(piece.unicodeScalars)
            var previous = 0
            for sentence in found.sentences {
                #expect(sentence.start >= previous && sentence.end > sentence.start)
                previous = sentence.end
                guard sentence.end <= scalars.count else {
                    Issue.record("beyond the end")
                    break
                }
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[sentence.start..<sentence.end])
                #expect(visible(String(view)).elementsEqual(visible(sentence.text)))
            }
        }
    }

    /// Plain prose in one line is split as the whole is.
    @Test func aLongLineOfProseIsSplitAsTheWhole() throws {
        let rules = try Self.rules("en")
        let sentences = [
            "The minister, Dr. Berg, left at 3.15.", "\"He was late,\" she said.", "Nobody minded!",
            "\"Go. Now. Please.\"", "The U.S. team won 3.5 points.", "Was it true?",
        ]
        var random = MixedText(seed: 9)
        let text = (0..<500).map { _ in random.one(of: sentences) }.joined(separator: " ")
        let bytes = Array(text.utf8)
        let found = Self.streamed(random.chunks(bytes, most: 999), rules, window: 8192)
        #expect(found.sentences == Self.whole(bytes, rules).sentences)
    }

    @Test func anEmptyInputHasOneStretchWithoutSentences() throws {
        var stream = SentenceStream(try Self.rules("en"))
        #expect(stream.append([]).isEmpty)
        let stretch = stream.finish()
        #expect(stretch.sentences.isEmpty && stretch.text.isEmpty)
    }
}
