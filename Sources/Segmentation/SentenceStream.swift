public import TextCore

/// Splits a text that comes in pieces, in memory that does not grow with it.
///
/// The pieces are collected into a window, which is split as a text of its own up to a cut: a blank line (in line mode
/// any line end), because nothing before one decides over what stands after it. A paragraph that fills half a window is
/// cut at a sentence's end well before the window's, outside of a `"` quotation where one is found; the rest is split
/// again with what follows. A sentence longer than any is cut at a space.
public struct SentenceStream<Failure: Error>: Sendable {
    /// A stretch of the input whose sentences are decided.
    public struct Stretch: Sendable {
        /// The window; what stands after ``end`` comes again with the next one.
        public let text: Text
        /// The bytes that ``text`` was made from.
        public let input: [UInt8]
        public let end: Int
        /// Spans of ``text`` that end at ``end`` or before.
        public let sentences: [TextSpan]
        /// How many bytes and scalars of the input stand before the text.
        public let origin: Text.Origin
        /// Ill-formed bytes; offsets count from the start of the input.
        public let repairs: [Text.Repair]
    }

    private let split: @Sendable (Text) throws(Failure) -> [TextSpan]
    let newline: SegmentationRules.NewlineMode
    private let window: Int
    /// What is cut if no sentence has ended by then.
    private let longest: Int
    /// How much is collected before it is split; more than a window only inside a very long sentence.
    private var size: Int
    private var pending: [UInt8] = []
    private var consumed = Text.Origin(bytes: 0, scalars: 0)

    /// - Parameters:
    ///   - window: how many bytes are split at once.
    ///   - split: finds the sentences of a text; a blank line ends one.
    public init(
        newline: SegmentationRules.NewlineMode, window: Int = 1 << 20,
        split: @escaping @Sendable (Text) throws(Failure) -> [TextSpan]
    ) {
        self.split = split
        self.newline = newline
        self.window = max(64, window)
        longest = 8 * self.window
        size = self.window
    }

    /// Takes the next bytes of the input, cut anywhere.
    ///
    /// - Returns: what is decided by now; a stretch for every window that the bytes fill.
    public mutating func append(
        _ bytes: some Collection<UInt8>
    ) throws(Failure) -> [Stretch] {
        var stretches: [Stretch] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(size - pending.count)
            pending += piece
            rest = rest.dropFirst(piece.count)
            if pending.count == size, let stretch = try stretch() { stretches.append(stretch) }
        }
        return stretches
    }

    /// The rest of the input, once it has ended; the stream then stands at the start of another one.
    public mutating func finish() throws(Failure) -> Stretch {
        let text = Text(utf8: pending, keepsMark: consumed.bytes > 0)
        let stretch = Stretch(
            text: text, input: pending, end: text.count, sentences: try split(text),
            origin: consumed,
            repairs: repairs(of: text, before: pending.count))
        pending = []
        consumed = Text.Origin(bytes: 0, scalars: 0)
        size = window
        return stretch
    }

    /// What can be decided of the window; `nil` when a longer one must be waited for.
    private mutating func stretch() throws(Failure) -> Stretch? {
        let text = Text(utf8: pending, keepsMark: consumed.bytes > 0)
        let sentences = try split(text)
        guard let wanted = cut(text, sentences) ?? (size < longest ? nil : tear(text)) else {
            size *= 2
            return nil
        }
        let cut = text.outsideOfEdits(wanted)
        let origin = text.origin(of: cut, in: pending)
        let stretch = Stretch(
            text: text, input: pending, end: cut,
            sentences: text.heads(sentences, before: cut), origin: consumed,
            repairs: repairs(of: text, before: origin.bytes))
        pending = Array(pending[origin.bytes...])
        pending.reserveCapacity(window)
        consumed = consumed + origin
        size = max(window, pending.count + window / 2)
        return stretch
    }

    private func repairs(of text: Text, before end: Int) -> [Text.Repair] {
        text.repairs.prefix { $0.inputOffset < end }.map {
            Text.Repair(inputOffset: consumed.bytes + $0.inputOffset, byteCount: $0.byteCount)
        }
    }
}

extension SentenceStream where Failure == Never {
    /// Splits as a ``SentenceSegmenter`` does.
    public init(_ rules: SegmentationRules, window: Int = 1 << 20) {
        let segmenter = SentenceSegmenter(rules)
        self.init(newline: rules.newline, window: window) { segmenter.sentences(in: $0) }
    }
}

extension Text {
    /// The sentences before a place; one that goes on behind it is cut there.
    fileprivate func heads(_ sentences: [TextSpan], before end: Int) -> [TextSpan] {
        sentences.prefix { $0.start < end }.compactMap {
            let head = $0.end <= end ? $0 : trimmed(TextSpan($0.start, end))
            return head.isEmpty ? nil : head
        }
    }
}
