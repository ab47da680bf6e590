import LocaleData
import Segmentation
import TextCore
import Workbench

/// The locale data of the checkout, and rules made of it.
struct RuleBook: Sendable {
    static let languages = [
        "und", "en", "de", "fr", "it", "ru", "uk", "pl", "el", "hy", "ar", "fa", "he", "hi", "zh",
        "ja", "ko", "th",
    ].compactMap { LanguageTag($0) }

    private let rules: [[SegmentationRules]]

    static func locales() throws -> LocaleCatalogue {
        var folder = #filePath
        for _ in 0..<4 {
            folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
        }
        return try LocaleCatalogue(directory: folder + "/locales")
    }

    init() throws {
        let catalogue = try Self.locales()
        rules = try Self.languages.map { language in
            let profile = try catalogue.profile(for: language)
            return SegmentationRules.NewlineMode.allCases.flatMap { newline in
                SegmentationRules.QuotationMode.allCases.map {
                    SegmentationRules(profile, newline: newline, quotations: $0)
                }
            }
        }
    }

    func rules(_ choices: inout Choices) -> SegmentationRules {
        let modes = choices.one(of: rules)
        return choices.one(of: modes)
    }
}

/// What holds of every list of sentences.
public enum SentenceCheck {
    /// Ordered, in range, none empty, on scalar boundaries, and nothing but white space outside of them.
    public static func check(_ sentences: [TextSpan], in text: Text) {
        var covered = 0
        for span in sentences {
            precondition(span.start >= covered && span.end > span.start && span.end <= text.count)
            precondition(text.bytes[span.start] & 0xC0 != 0x80)
            precondition(span.end == text.count || text.bytes[span.end] & 0xC0 != 0x80)
            precondition(text.trimmed(span) == span, "white space at an end")
            precondition(
                text.trimmed(TextSpan(covered, span.start)).isEmpty, "text between sentences")
            covered = span.end
        }
        precondition(
            text.trimmed(TextSpan(covered, text.count)).isEmpty, "text after the last sentence")
    }

    /// The decisions tell the same sentences.
    public static func check(
        _ decisions: [BoundaryDecision], _ sentences: [TextSpan], in text: Text
    ) {
        var told: [TextSpan] = []
        var start = 0
        for decision in decisions where decision.isBoundary {
            precondition(decision.offset <= text.count)
            let span = text.trimmed(TextSpan(start, max(start, decision.offset)))
            if !span.isEmpty { told.append(span) }
            start = max(start, decision.offset)
        }
        precondition(told == sentences, "decisions tell other sentences")
    }
}

struct SegmenterTarget: FuzzTarget {
    static let name = "segmenter"
    private let book: RuleBook

    init() throws { book = try RuleBook() }

    func run(_ bytes: [UInt8]) {
        var choices = Choices(bytes)
        let segmenter = SentenceSegmenter(book.rules(&choices))
        let text = Text(utf8: choices.rest)
        let sentences = segmenter.sentences(in: text)
        SentenceCheck.check(sentences, in: text)
        SentenceCheck.check(segmenter.decisions(in: text), sentences, in: text)
    }
}

/// However the bytes come in, the stretches go on from each other and lose nothing.
struct StreamTarget: FuzzTarget {
    static let name = "stream"
    private let book: RuleBook

    init() throws { book = try RuleBook() }

    func run(_ bytes: [UInt8]) {
        var choices = Choices(bytes)
        let rules = book.rules(&choices)
        let most = 1 + choices.byte()
        var stream = SentenceStream(rules, window: 64 + choices.byte())
        var rest = choices.rest
        var check = Check(Array(choices.rest))
        while !rest.isEmpty {
            let chunk = rest.prefix(most)
            rest = rest.dropFirst(chunk.count)
            for stretch in stream.append(chunk) { check.add(stretch) }
        }
        check.add(stream.finish())
        check.finish()
    }

    private struct Check {
        let whole: Text
        let byteCount: Int
        var scalars = 0
        var bytes = 0
        var visible: [UInt8] = []
        var repairs: [Text.Repair] = []

        init(_ bytes: [UInt8]) {
            whole = Text(utf8: bytes)
            byteCount = bytes.count
        }

        mutating func add(_ stretch: SentenceStream<Never>.Stretch) {
            precondition(stretch.origin.scalars >= scalars && stretch.origin.bytes >= bytes)
            (scalars, bytes) = (stretch.origin.scalars, stretch.origin.bytes)
            let head = Text(utf8: stretch.text.bytes[..<stretch.end], keepsMark: true)
            SentenceCheck.check(stretch.sentences, in: head)
            visible += stretch.text.bytes[..<stretch.end].filter { $0 > 0x20 }
            repairs += stretch.repairs
        }

        func finish() {
            precondition(bytes <= byteCount)
            precondition(repairs == whole.repairs, "other repairs")
            // Marks of one letter that a window parts may come in another order: only their number is sure.
            let expected = whole.bytes.filter { $0 > 0x20 }
            precondition(visible.count >= expected.count, "bytes are lost")
        }
    }
}
