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

    private func scalarCount(before end: Int) -> Int {
        bytes[..<end].withUnsafeBufferPointer { buffer in
            var count = 0
            for byte in buffer where byte & 0xC0 != 0x80 { count &+= 1 }
            return count
        }
    }
}
