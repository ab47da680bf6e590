internal import TextCore

/// The words that a finder has met, each folded once: a text has the same few words again and again.
struct WordList {
    private var table = WordTable()
    /// By a word's number: its folded form, and the number of that.
    private var folded: [String] = []
    private var foldedNumbers: [Int32] = []

    /// So many words are kept from one text to the next.
    private static let limit = 50_000

    /// Numbers are below this.
    var count: Int { folded.count }

    /// Forgets the words of earlier texts when they have become many. Numbers hold until then.
    mutating func startText() {
        guard count > Self.limit else { return }
        table = WordTable()
        folded = []
        foldedNumbers = []
    }

    /// The folded form, and a number that all words with this form have.
    ///
    /// - Parameters:
    ///   - hash: as `WordTable` makes it.
    ///   - isASCII: small letters are all that folding makes of the word.
    @inline(__always)
    mutating func entry(
        _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, isASCII: Bool
    ) -> (folded: String, number: Int) {
        let number = table.number(of: word, hash) ?? add(word, hash, isASCII)
        return (folded[number], Int(foldedNumbers[number]))
    }

    private mutating func add(
        _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ isASCII: Bool
    ) -> Int {
        let number = table.insert(word, hash)
        let form = Normalizer.fold(String(decoding: word, as: UTF8.self))
        folded.append(form)
        foldedNumbers.append(Int32(number))
        if !isASCII {
            let other = table.insert(form.utf8)
            if other == folded.count {
                folded.append(form)
                foldedNumbers.append(Int32(other))
            }
            foldedNumbers[number] = foldedNumbers[other]
        }
        return number
    }
}

/// A list of words that scans share. Not thread-safe.
final class WordBook {
    private var list = WordList()

    var count: Int { list.count }

    func startText() { list.startText() }

    /// Lends the list itself, so that nobody copies it.
    func lend<Result>(_ body: (inout WordList) -> Result) -> Result { body(&list) }
}
