extension Text {
    /// How much of the input a text's start was made from.
    public struct Origin: Hashable, Sendable {
        public let bytes: Int
        public let scalars: Int

        public init(bytes: Int, scalars: Int) {
            self.bytes = bytes
            self.scalars = scalars
        }

        public static func + (left: Origin, right: Origin) -> Origin {
            Origin(bytes: left.bytes + right.bytes, scalars: left.scalars + right.scalars)
        }
    }

    /// The offset itself, or the end of the run that it lies in and that normalisation changed.
    public func outsideOfEdits(_ offset: Int) -> Int {
        guard let edit = edits.last(where: { $0.start < offset }) else { return offset }
        return max(offset, edit.end)
    }

    /// How much of the input stands before a place of the text that lies outside of edits.
    ///
    /// - Parameter input: the bytes that the text was made from.
    public func origin(of offset: Int, in input: [UInt8]) -> Origin {
        let own = scalarCount(before: offset)
        let edit = edits.last { $0.end <= offset }
        let scalars = edit.map { $0.inputEnd + own - scalarCount(before: $0.end) } ?? own
        let mark = 3 * skippedScalars
        let isAsItCame = edit == nil && repairs.isEmpty
        let length =
            isAsItCame ? offset : UTF8Repair.byteCount(ofScalars: scalars, in: input, from: mark)
        return Origin(bytes: mark + length, scalars: skippedScalars + scalars)
    }

    /// Eight bytes at a time: the lead bytes are those that do not begin with the bits 10.
    private func scalarCount(before end: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            var tails = 0
            var offset = 0
            while offset + 8 <= end {
                let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                tails += ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
                offset += 8
            }
            while offset < end {
                if buffer[offset] & 0xC0 == 0x80 { tails += 1 }
                offset += 1
            }
            return end - tails
        }
    }
}
