/// A set of the words of one text, by their numbers.
struct SeenWords {
    private var isSeen: [Bool]

    /// - Parameter count: the numbers of the text's words are below this.
    init(count: Int) { isSeen = Array(repeating: false, count: count) }

    mutating func insert(_ word: TextWord) {
        if let number = word.number { isSeen[number] = true }
    }

    func contains(_ word: TextWord) -> Bool { word.number.map { isSeen[$0] } ?? false }
}
