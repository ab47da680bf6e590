/// Stretches of an input by its scalars, in the characters that came in; read front to back.
///
/// What was no UTF-8 is U+FFFD, and line ends are `\n`, as in a ``Text``; nothing is normalised.
public struct InputSlices: Sendable {
    private let bytes: [UInt8]
    private var offset = 0
    private var position = 0

    /// - Parameter keepsMark: as for the ``Text``; a mark that is left out counts as a scalar nevertheless.
    public init(utf8 input: [UInt8], keepsMark: Bool = false) {
        let (clean, _, skipped) = UTF8Repair.repair(input, keepsMark: keepsMark)
        bytes = clean
        position = skipped
    }

    /// - Parameters: scalars of the input, not before those asked for last.
    public mutating func bytes(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
        advance(to: start)
        let from = offset
        advance(to: end)
        return bytes[from..<offset]
    }

    private mutating func advance(to scalar: Int) {
        while position < scalar, offset < bytes.count {
            offset += UTF8Decoding.width(bytes[offset])
            position += 1
        }
    }
}
