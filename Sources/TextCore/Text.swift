/// A text as Dragoman holds it: well-formed UTF-8 in NFC, addressed by byte offsets.
///
/// What came in may have been otherwise: ill-formed bytes are replaced by U+FFFD and reported in ``repairs``, and
/// ``offsets`` leads back to the scalars of the input, so that a caller never notices that "é" was two scalars.
public struct Text: Sendable {
    /// A run of input bytes that was no UTF-8.
    public struct Repair: Hashable, Sendable {
        /// The byte offset in the input.
        public let inputOffset: Int
        /// How many bytes were replaced by one U+FFFD.
        public let byteCount: Int

        public init(inputOffset: Int, byteCount: Int) {
            self.inputOffset = inputOffset
            self.byteCount = byteCount
        }
    }

    /// The UTF-8 bytes, NFC.
    public let bytes: [UInt8]
    public let repairs: [Repair]
    /// Where normalisation changed something; empty for most texts.
    let edits: [Edit]
    /// 1 when the input began with a byte-order mark, which the text leaves out.
    let skippedScalars: Int

    /// One changed run: the same stretch in input scalars and in bytes of the text.
    struct Edit: Sendable {
        let inputStart: Int
        let inputEnd: Int
        let start: Int
        let end: Int
    }

    public init(_ string: String) {
        self.init(utf8: Array(string.utf8))
    }

    /// Takes any bytes; none are lost without a report.
    ///
    /// - Parameter keepsMark: leaves U+FEFF at the start, where it is no byte-order mark because the bytes go on from
    ///   others.
    public init(utf8 input: some Collection<UInt8>, keepsMark: Bool = false) {
        let (clean, repairs, skipped) = UTF8Repair.repair(Array(input), keepsMark: keepsMark)
        self.repairs = repairs
        skippedScalars = skipped
        let isASCII = UTF8Repair.asciiEnd(clean, from: 0) == clean.count
        if isASCII || Normalizer.isNormalized(clean, .nfc) {
            bytes = clean
            edits = []
            return
        }
        let (normal, changes) = Normalizer.normalizeWithEdits(clean, .nfc)
        bytes = normal
        let toScalars = OffsetMap.scalarCounter(clean)
        edits = changes.map {
            Edit(
                inputStart: toScalars($0.inputStart), inputEnd: toScalars($0.inputEnd),
                start: $0.start, end: $0.end)
        }
    }

    /// The bytes are those that came in.
    public var isAsGiven: Bool { edits.isEmpty && repairs.isEmpty && skippedScalars == 0 }
    public var count: Int { bytes.count }
    public var isEmpty: Bool { bytes.isEmpty }
    public var span: TextSpan { TextSpan(0, bytes.count) }
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The text of a span; bounds outside the text are clamped.
    public subscript(span: TextSpan) -> String {
        let start = min(max(0, span.start), bytes.count)
        let end = min(max(start, span.end), bytes.count)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The span without white space at either end; empty spans stay where they start.
    public func trimmed(_ span: TextSpan) -> TextSpan {
        let table = CharacterTable.shared
        var start = span.start
        var end = span.end
        while start < end {
            let (scalar, next) = scalar(at: start)
            guard table.isWhiteSpace(scalar) else { break }
            start = next
        }
        while end > start {
            let (scalar, previous) = scalar(before: end)
            guard table.isWhiteSpace(scalar) else { break }
            end = previous
        }
        return TextSpan(start, max(start, end))
    }

    /// The scalar that starts at a byte offset on a scalar boundary, and the offset after it.
    ///
    /// - Precondition: `0 <= offset < count`.
    @inline(__always)
    public func scalar(at offset: Int) -> (Unicode.Scalar, next: Int) {
        UTF8Decoding.scalar(bytes, at: offset)
    }

    /// The scalar that ends at a byte offset, and the offset of its first byte.
    ///
    /// - Precondition: `0 < offset <= count`.
    @inline(__always)
    public func scalar(before offset: Int) -> (Unicode.Scalar, start: Int) {
        UTF8Decoding.scalar(bytes, before: offset)
    }

    /// The map from bytes to what other programs count.
    public var offsets: OffsetMap { OffsetMap(self) }

    /// The lines or blocks between runs of `\n`: spans without the newlines, none empty.
    public func lines(in span: TextSpan? = nil) -> [TextSpan] {
        let whole = span ?? self.span
        var lines: [TextSpan] = []
        var start = whole.start
        for offset in whole.start..<whole.end where bytes[offset] == 0x0A {
            if offset > start { lines.append(TextSpan(start, offset)) }
            start = offset + 1
        }
        if whole.end > start { lines.append(TextSpan(start, whole.end)) }
        return lines
    }
}

extension Text: Equatable {
    public static func == (left: Text, right: Text) -> Bool { left.bytes == right.bytes }
}

extension Text: CustomStringConvertible {
    public var description: String { string }
}
