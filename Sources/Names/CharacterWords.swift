/// Words of a script without spaces, found where they begin or end.
struct CharacterWords {
    private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]
    private let byLast: [Unicode.Scalar: [[Unicode.Scalar]]]

    var isEmpty: Bool { byFirst.isEmpty }

    init(_ words: some Sequence<String>) {
        var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        var byLast: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        for word in words {
            let characters = Array(word.unicodeScalars)
            guard let first = characters.first, let last = characters.last else { continue }
            byFirst[first, default: []].append(characters)
            byLast[last, default: []].append(characters)
        }
        self.byFirst = byFirst
        self.byLast = byLast
    }

    func contains(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = word.first, let candidates = byFirst[first] else { return false }
        return candidates.contains { $0.count == word.count && $0.elementsEqual(word) }
    }

    /// A word of at most so many characters begins the text.
    func begin(_ text: ArraySlice<Unicode.Scalar>, longest: Int) -> Bool {
        guard let first = text.first, let candidates = byFirst[first] else { return false }
        return candidates.contains { $0.count <= longest && text.starts(with: $0) }
    }

    /// A word ends the text.
    func end(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = text.last, let candidates = byLast[last] else { return false }
        return candidates.contains {
            $0.count <= text.count && text.suffix($0.count).elementsEqual($0)
        }
    }
}
