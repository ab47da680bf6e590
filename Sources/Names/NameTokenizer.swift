internal import LocaleData
internal import TextCore

/// Splits a name into tokens and says what each is.
struct NameTokenizer {
    let names: NameProfile
    private let particles: Set<String>

    init(names: NameProfile) {
        self.names = names
        particles = names.particleWords
    }

    func tokens(_ name: String) -> [NameToken] {
        let folded = Normalizer.normalize(Self.withoutAsides(name), .nfkcFolded)
        var words = Self.words(folded).flatMap(splitPrefix)
        words = joined(words)
        return roles(words)
    }

    /// What stands in brackets is no part of the name, unless nothing else is there.
    private static func withoutAsides(_ name: String) -> String {
        var depth = 0
        var kept = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch CharacterTable.shared.category(scalar) {
            case .open: depth += 1
            case .close: depth = max(0, depth - 1)
            default: if depth == 0 { kept.append(scalar) }
            }
        }
        let bare = String(kept)
        return bare.unicodeScalars.contains(where: CharacterTable.shared.isLetter) ? bare : name
    }

    /// Runs of letters, or of digits; an apostrophe between letters belongs to them.
    private static func words(_ folded: String) -> [String] {
        let table = CharacterTable.shared
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var inDigits = false
        func flush() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in folded.unicodeScalars {
            let digit = table.isDigit(scalar)
            if table.isLetter(scalar) || digit {
                if digit != inDigits { flush() }
                inDigits = digit
                word.append(scalar)
            } else if isApostrophe(scalar) {
                if !word.isEmpty { word.append(scalar) }
            } else {
                flush()
            }
        }
        flush()
        return words
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        ["'", "\u{2019}", "\u{2018}", "`", "\u{00B4}", "\u{02BC}", "\u{02B9}", "\u{05F3}"]
            .contains(scalar)
    }

    private func splitPrefix(_ word: String) -> [String] {
        for prefix in names.prefixes where word.hasPrefix(prefix) {
            let rest = String(word.dropFirst(prefix.count))
            if rest.unicodeScalars.count >= 3 { return [prefix, rest] }
        }
        return [word]
    }

    /// "abd" "al" "rahman" become one token.
    private func joined(_ words: [String]) -> [String] {
        guard words.contains(where: names.joins.contains) else { return words }
        var joined: [String] = []
        var pending = ""
        for word in words {
            let opens = names.joins.contains(word)
            let between = particles.contains(word) || names.prefixes.contains(word)
            if opens || !pending.isEmpty && between {
                pending += word
            } else {
                joined.append(pending + word)
                pending = ""
            }
        }
        if !pending.isEmpty { joined.append(pending) }
        return joined
    }

    private func roles(_ words: [String]) -> [NameToken] {
        var tokens = words.enumerated().map { index, word in
            role(word, index, words.count)
        }
        // A title alone is a name: "King", "Pope".
        if tokens.allSatisfy({ [.title, .particle, .suffix].contains($0.role) }) {
            tokens = tokens.map { NameToken($0.text, .unknown) }
        }
        return withFamily(tokens)
    }

    private func role(_ word: String, _ index: Int, _ count: Int) -> NameToken {
        let scalars = word.unicodeScalars
        if scalars.allSatisfy(CharacterTable.shared.isDigit) {
            return NameToken(Self.number(word), .number)
        }
        if index > 0, let value = Self.roman[word] { return NameToken(String(value), .number) }
        // "Stephen King": the last word of a Western name is no title.
        let isLast = index > 0 && index == count - 1 && names.order == .givenFamily
        if !isLast, names.titles.contains(word) { return NameToken(word, .title) }
        if index > 0, names.suffixes.contains(word) { return NameToken(word, .suffix) }
        if particles.contains(word) || names.prefixes.contains(word) {
            return NameToken(word, .particle)
        }
        if scalars.count == 1, scalars.first.map(Self.isCased) == true {
            return NameToken(word, .initial)
        }
        if count > 1, index > 0, scalars.count > 5,
            names.patronymicEndings.contains(where: word.hasSuffix)
        {
            return NameToken(word, .patronymic)
        }
        return NameToken(word, names.givenNames.contains(word) ? .given : .unknown)
    }

    /// A letter of a script in which one letter can stand for a name.
    private static func isCased(_ scalar: Unicode.Scalar) -> Bool {
        CharacterTable.shared.isLowercase(scalar) || CharacterTable.shared.isUppercase(scalar)
    }

    private static func number(_ digits: String) -> String {
        String(
            digits.unicodeScalars.compactMap { CharacterTable.shared.digit($0) }.map(String.init)
                .joined())
    }

    private static let roman: [String: Int] = [
        "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12,
        "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
        "xxi": 21, "xxii": 22, "xxiii": 23,
    ]

    /// Says which token is the family name, where the language's order tells.
    private func withFamily(_ tokens: [NameToken]) -> [NameToken] {
        let open = tokens.indices.filter { [.unknown, .given].contains(tokens[$0].role) }
        guard open.count > 1, let first = open.first, let last = open.last else { return tokens }
        let family: Int
        switch names.order {
        case .givenFamily: family = last
        case .familyGiven: family = first
        case .either:
            guard tokens[first].role == .given, tokens[last].role != .given else { return tokens }
            family = last
        }
        return tokens.enumerated().map { index, token in
            guard open.contains(index) else { return token }
            return NameToken(token.text, index == family ? .family : .given)
        }
    }
}
