/// Marks what known words cover in a script without spaces, the longest word first.
struct WordCover {
    private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

    /// - Parameter words: those of one character are left out: they may be part of anything.
    init(_ words: some Sequence<String>) {
        var byFirst: [Unicode.Scalar: Set<[Unicode.Scalar]>] = [:]
        for word in words {
            let characters = Array(word.unicodeScalars)
            guard characters.count > 1 else { continue }
            byFirst[characters[0], default: []].insert(characters)
        }
        self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// True for each character within a known word.
    func covered(_ characters: [Unicode.Scalar]) -> [Bool] {
        var covered = [Bool](repeating: false, count: characters.count)
        var index = 0
        while index < characters.count {
            let word = byFirst[characters[index]]?.first { characters[index...].starts(with: $0) }
            for offset in 0..<(word?.count ?? 0) { covered[index + offset] = true }
            index += word?.count ?? 1
        }
        return covered
    }
}
