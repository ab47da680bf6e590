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
        let plain = Normalizer.normalize(Self.withoutAsides(name), .nfkc)
        let parts = plain.split(separator: ",", maxSplits: 1).map { folded(String($0)) }
        let all = Array(parts.joined())
        // "EMMA XI" is no numbered Emma where all is in capitals.
        let hasCase = all.contains { !$0.isCapitals }
        var tokens = all.enumerated().map { index, word in
            role(word, index, all.count, hasCase: hasCase)
        }
        // A title alone is a name: "King", "Pope".
        if tokens.allSatisfy({ [.title, .particle, .suffix].contains($0.role) }) {
            tokens = tokens.map { NameToken($0.text, .unknown) }
        }
        return withFamily(withEpithets(tokens, head: parts.first?.count ?? 0))
    }

    private struct Word {
        var text: String
        let isCapitals: Bool
        /// A full stop follows.
        let isCut: Bool
    }

    /// The words of a part of a name, folded, prefixes split off and what belongs together joined.
    private func folded(_ part: String) -> [Word] {
        let raw = Self.words(part)
        let texts = raw.map { Normalizer.normalize($0.text, .nfkcFolded) }
        let changed = withOrdinals(joined(texts.flatMap(splitPrefix)))
        if changed != texts {
            return changed.map { Word(text: $0, isCapitals: false, isCut: false) }
        }
        return zip(raw, texts).map { Word(text: $1, isCapitals: $0.isCapitals, isCut: $0.isCut) }
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
    private static func words(_ part: String) -> [Word] {
        let table = CharacterTable.shared
        var words: [Word] = []
        var word = String.UnicodeScalarView()
        var inDigits = false
        func flush(isCut: Bool = false) {
            if !word.isEmpty {
                let isCapitals = !word.contains(where: table.isLowercase)
                words.append(Word(text: String(word), isCapitals: isCapitals, isCut: isCut))
            }
            word = String.UnicodeScalarView()
        }
        for scalar in part.unicodeScalars {
            let digit = table.isDigit(scalar)
            if table.isLetter(scalar) || digit {
                if digit != inDigits { flush() }
                inDigits = digit
                word.append(scalar)
            } else if isApostrophe(scalar) {
                if !word.isEmpty { word.append(scalar) }
            } else if !isIgnorable(scalar) {
                flush(isCut: scalar == ".")
            }
        }
        flush()
        return words
    }

    /// Joiners, and marks of direction.
    private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
        CharacterTable.shared.category(scalar) == .format
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

    /// Joins ordinals of two words, and cuts off those that are written together with the name.
    private func withOrdinals(_ words: [String]) -> [String] {
        guard !names.ordinals.isEmpty else { return words }
        var result: [String] = []
        for word in words {
            if let last = result.last, names.ordinals["\(last) \(word)"] != nil {
                result[result.count - 1] = "\(last) \(word)"
            } else if let ordinal = attachedOrdinal(word) {
                result += [String(word.dropLast(ordinal.count)), ordinal]
            } else {
                result.append(word)
            }
        }
        return result
    }

    private func attachedOrdinal(_ word: String) -> String? {
        guard word.count > 3, word.unicodeScalars.first.map(Self.isCased) == false else {
            return nil
        }
        for length in [3, 2] where length < word.count {
            let ending = String(word.suffix(length))
            if names.ordinals[ending] != nil { return ending }
        }
        return nil
    }

    private func role(_ given: Word, _ index: Int, _ count: Int, hasCase: Bool) -> NameToken {
        let word = given.text
        let scalars = word.unicodeScalars
        if let number = number(given, index, count, hasCase: hasCase) {
            if number == 0 { return NameToken(word, .suffix) }
            return NameToken(String(number), .number)
        }
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

    /// The number of a ruler: digits, Roman numerals in capitals, or an ordinal of the language.
    private func number(_ word: Word, _ index: Int, _ count: Int, hasCase: Bool) -> Int? {
        if word.text.unicodeScalars.allSatisfy(CharacterTable.shared.isDigit) {
            return Int(
                word.text.unicodeScalars.compactMap { CharacterTable.shared.digit($0) }
                    .map(String.init).joined())
        }
        guard count > 1 else { return nil }
        if index > 0, let number = names.ordinals[word.text] { return number }
        guard word.isCapitals, hasCase, let number = Self.roman[word.text] else { return nil }
        // One letter is a numeral at the end only, and no initial: "George V", but "V. Smith".
        if word.text.unicodeScalars.count == 1 {
            return index > 0 && !word.isCut && names.order != .familyGiven ? number : nil
        }
        return number
    }

    /// What follows an epithet's word, or a comma and a title or number, tells bearers of a name apart but is no part
    /// of it: "Anna of Kyiv", "Thomas Brown, 1st Baron Grey".
    private func withEpithets(_ tokens: [NameToken], head: Int) -> [NameToken] {
        var isEpithet = false
        let tail = tokens.dropFirst(head)
        let tailIsEpithet = tail.contains { $0.role == .title || $0.role == .number }
        return tokens.enumerated().map { index, token in
            if index == head, head > 0, tailIsEpithet { isEpithet = true }
            if index > 0, names.epithets.contains(token.text) { isEpithet = true }
            guard isEpithet, token.role != .number || index >= head else { return token }
            return NameToken(token.text, .suffix)
        }
    }

    /// A letter of a script in which one letter can stand for a name.
    private static func isCased(_ scalar: Unicode.Scalar) -> Bool {
        CharacterTable.shared.isLowercase(scalar) || CharacterTable.shared.isUppercase(scalar)
    }

    private static let roman: [String: Int] = [
        "i": 1, "v": 5, "x": 10, "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9,
        "xi": 11, "xii": 12,
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
