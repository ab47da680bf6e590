/// Finds what was probably meant.
enum EditDistance {
    /// The word at most two edits away, if there is one.
    static func nearest(to word: String, in words: [String]) -> String? {
        words.map { (distance(word, $0), $0) }.filter { $0.0 <= 2 }.min { $0 < $1 }?.1
    }

    /// "did you mean" for a word that is near to a known one, else the list of those known.
    static func hint(for word: String, among words: [String]) -> String {
        nearest(to: word, in: words).map { "did you mean '\($0)'?" }
            ?? "one of: \(words.joined(separator: " "))"
    }

    private static func distance(_ a: String, _ b: String) -> Int {
        let other = Array(b)
        var row = Array(0...other.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in other.enumerated() {
                let cost = left == right ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[other.count]
    }
}
