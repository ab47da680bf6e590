internal import TextCore

/// A name as words with what stands between them: the shape that a rendering keeps.
struct WrittenName {
    struct Word: Hashable {
        /// Lower case, without a full stop.
        var text: String
        /// What stands before it.
        var joint: Joint
        /// Written in small letters where other words of the name have a capital, as "von" is.
        var isSmall = false
        /// A single letter with a full stop.
        var isInitial = false
    }

    enum Joint: Hashable {
        case none, space, hyphen
    }

    private(set) var words: [Word] = []

    init(words: [Word]) { self.words = words }

    init(_ name: String, _ language: LanguageTag) {
        var word = ""
        var joint = Joint.none
        let table = CharacterTable.shared
        let hasCapital = name.unicodeScalars.contains(where: table.isUppercase)
        func close() {
            guard !word.isEmpty else { return }
            let isCut = word.last == "."
            let bare = isCut ? String(word.dropLast()) : word
            words.append(
                Word(
                    text: Normalizer.lowercase(bare, language), joint: joint,
                    isSmall: hasCapital && bare.unicodeScalars.first.map(table.isLowercase) == true,
                    isInitial: isCut && bare.unicodeScalars.count == 1))
            word = ""
        }
        for scalar in name.unicodeScalars {
            guard let kind = Self.joint(scalar) else {
                if table.category(scalar) != .format { word.unicodeScalars.append(scalar) }
                // "J.K." is two words.
                if scalar == ".", !word.isEmpty {
                    close()
                    joint = .space
                }
                continue
            }
            close()
            // "A - B" is one joint.
            joint = words.isEmpty ? .none : kind
        }
        close()
    }

    private static func joint(_ scalar: Unicode.Scalar) -> Joint? {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{05BE}", "\u{FF1D}", "=", "\u{30A0}":
            .hyphen
        case "\u{B7}", "\u{30FB}", "\u{2022}", "\u{2027}", "\u{FF65}", ",", "\u{3001}": .space
        default: scalar.properties.isWhitespace ? .space : nil
        }
    }
}
