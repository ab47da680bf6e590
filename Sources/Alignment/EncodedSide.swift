internal import TextCore

/// The sentences of one side as numbers: token identifiers, lengths in characters, block kinds.
struct EncodedSide: Sendable {
    private(set) var tokens: [Int32] = []
    /// Where each sentence's tokens begin; one more than there are sentences.
    private(set) var offsets: [Int32] = [0]
    private(set) var lengths: [Float] = []
    private(set) var isHeading: [Bool] = []
    /// What an encoder made of the sentences, where one was asked.
    var vectors: SentenceVectors?

    var count: Int { lengths.count }

    func tokens(of sentence: Int) -> Range<Int> {
        Int(offsets[sentence])..<Int(offsets[sentence + 1])
    }

    /// The tokens of consecutive sentences.
    func words(of sentences: Range<Int>) -> ArraySlice<Int32> {
        tokens[Int(offsets[sentences.lowerBound])..<Int(offsets[sentences.upperBound])]
    }

    mutating func append(_ sentence: [Int32], length: Int, kind: BlockKind) {
        tokens += sentence
        offsets.append(Int32(tokens.count))
        lengths.append(Float(length))
        isHeading.append(kind.isHeading)
    }

    /// The sentences of a range alone, numbered from 0.
    func slice(_ range: Range<Int>) -> EncodedSide {
        if range == 0..<count { return self }
        let first = offsets[range.lowerBound]
        var side = EncodedSide()
        side.tokens = Array(tokens[Int(first)..<Int(offsets[range.upperBound])])
        side.offsets = offsets[range.lowerBound...range.upperBound].map { $0 - first }
        side.lengths = Array(lengths[range])
        side.isHeading = Array(isHeading[range])
        side.vectors = vectors?.slice(range)
        return side
    }

    /// Every `size` sentences taken as one; what a coarse search aligns.
    func merged(by size: Int) -> EncodedSide {
        guard size > 1 else { return self }
        var side = EncodedSide()
        side.tokens = tokens
        side.vectors = vectors?.merged(by: size)
        for start in stride(from: 0, to: count, by: size) {
            let end = min(start + size, count)
            side.offsets.append(offsets[end])
            side.lengths.append(lengths[start..<end].reduce(0, +))
            side.isHeading.append(false)
        }
        return side
    }
}
