/// The letters of a reading's tokens, ready for learned costs: chunks of the language's own letters, or Latin letters.
struct LetterRun: Sendable {
    /// The chunk that each letter is, and that it makes with the next one; empty for Latin letters.
    private(set) var ones: [UInt16] = []
    private(set) var twos: [UInt16] = []
    /// At each Latin letter the next four of its token, five bits each, the first one lowest.
    private(set) var windows: [UInt32] = []
    /// Where each token's letters end.
    private(set) var ends: [Int32] = []

    var isLatin: Bool { !windows.isEmpty }
    var isEmpty: Bool { ones.isEmpty && windows.isEmpty }

    /// Adds a token in the language's own letters.
    mutating func append(_ units: some Sequence<UInt16>, _ costs: LetterCosts) {
        let chunks = units.prefix(LetterAligner.longest).map { costs.chunk($0) }
        ones += chunks
        for place in chunks.indices {
            twos.append(
                place + 1 < chunks.count ? costs.chunk(chunks[place], chunks[place + 1]) : 0)
        }
        ends.append(Int32(ones.count))
    }

    /// Adds a token in Latin letters, 1 to 26.
    mutating func append(latin: some Sequence<UInt8>) {
        let letters = Array(latin.prefix(LetterAligner.longest))
        let start = windows.count
        windows += [UInt32](repeating: 0, count: letters.count)
        var window: UInt32 = 0
        for place in letters.indices.reversed() {
            window = (window << 5 | UInt32(letters[place])) & 0xFFFFF
            windows[start + place] = window
        }
        ends.append(Int32(windows.count))
    }

    func range(_ token: Int, _ count: Int) -> Range<Int> {
        (token == 0 ? 0 : Int(ends[token - 1]))..<Int(ends[token + count - 1])
    }
}
