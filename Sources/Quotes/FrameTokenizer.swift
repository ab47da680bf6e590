internal import TextCore

/// Cuts a stretch of text into tokens in one pass over its bytes.
struct FrameTokenizer {
    let bytes: UnsafeBufferPointer<UInt8>
    let lexicon: QuoteLexicon
    private let table = CharacterTable.shared
    // The lexicon's lists, held here so that a look-up counts no references.
    private let words: WordTable
    private let classes: [WordClasses]
    private let endsPhrase: [Bool]
    private var buffer: [UInt8] = []
    private(set) var tokens: [Token] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: QuoteLexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
        words = lexicon.words
        classes = lexicon.classes
        endsPhrase = lexicon.endsPhrase
        buffer.reserveCapacity(64)
    }

    /// - Parameter opaque: spans that become one token each, in text order, not overlapping.
    mutating func run(_ span: TextSpan, opaque: [(span: TextSpan, token: Token)]) -> [Token] {
        tokens.removeAll(keepingCapacity: true)
        var offset = span.start
        var next = opaque.startIndex
        while offset < span.end {
            while next < opaque.endIndex, opaque[next].span.start < offset { next += 1 }
            if next < opaque.endIndex, opaque[next].span.start == offset {
                tokens.append(opaque[next].token)
                offset = max(offset + 1, min(opaque[next].span.end, span.end))
                next += 1
                continue
            }
            let limit = next < opaque.endIndex ? min(span.end, opaque[next].span.start) : span.end
            offset = token(at: offset, limit)
        }
        return tokens
    }

    private mutating func token(at offset: Int, _ limit: Int) -> Int {
        let byte = bytes[offset]
        if byte == 0x20 { return offset + 1 }
        if WordTable.small(byte) &- 0x61 < 26 { return word(at: offset, limit) }
        let (scalar, next) = UTF8Decoding.scalar(bytes, at: offset)
        if table.isLetter(scalar) {
            return isSpaceless(scalar) ? ideographs(at: offset, limit) : word(at: offset, limit)
        }
        if table.isDigit(scalar) { return number(at: offset, limit) }
        if table.isWhiteSpace(scalar) { return next }
        punctuation(scalar, offset, next)
        return next
    }

    private mutating func append(_ kind: Token.Kind, _ start: Int, _ end: Int) {
        tokens.append(Token(start: Int32(start), end: Int32(end), kind: kind))
    }

    private mutating func punctuation(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
        switch scalar {
        case ",", "،", "，", "、": append(.comma, start, end)
        case ":", "：": append(.colon, start, end)
        case ";", "；", "؛": append(.semicolon, start, end)
        case "–", "—", "―", "－": append(.dash, start, end)
        case "-": if isSpaced(start, end) { append(.dash, start, end) }
        case ".":
            // A dot inside a frame belongs to an abbreviation; the last one is of no use either.
            break
        case "!", "?", "…", "。", "！", "？", "؟", "।": append(.terminator, start, end)
        default:
            switch table.category(scalar) {
            case .open: append(.open, start, end)
            case .close: append(.close, start, end)
            default: append(.other, start, end)
            }
        }
    }

    private func isSpaced(_ start: Int, _ end: Int) -> Bool {
        (start == 0 || bytes[start - 1] == 0x20 || bytes[start - 1] == 0x0A
            || bytes[start - 1] >= 0x80)
            && (end >= bytes.count || bytes[end] == 0x20 || bytes[end] == 0x2D)
    }

    private mutating func number(at start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit {
            let (scalar, next) = UTF8Decoding.scalar(bytes, at: end)
            let joins =
                (scalar == "." || scalar == ",") && next < limit
                && bytes[next] >= 0x30 && bytes[next] <= 0x39
            guard table.isDigit(scalar) || table.isLetter(scalar) && !isSpaceless(scalar) || joins
            else { break }
            end = next
        }
        append(.number, start, max(end, start + 1))
        return max(end, start + 1)
    }

    // MARK: words

    private mutating func word(at start: Int, _ limit: Int) -> Int {
        if let (end, hash) = plainWord(at: start, limit) {
            finishPlain(start, end, hash)
            return max(end, start + 1)
        }
        return writtenWord(at: start, limit)
    }

    /// The end of a word that may be looked up where it stands, and the hash of its small letters: it has no joint and
    /// no capital but ASCII ones. Most words are such.
    @inline(__always)
    private func plainWord(at start: Int, _ limit: Int) -> (end: Int, hash: UInt64)? {
        var end = start
        var hash = WordTable.emptyHash
        while end < limit {
            let byte = bytes[end]
            if byte < 0x80 {
                guard WordTable.small(byte) &- 0x61 < 26 || byte &- 0x30 < 10 else {
                    if isJoint(byte, end, limit) { return nil }
                    break
                }
                hash = WordTable.hash(hash, byte)
                end += 1
                continue
            }
            let (scalar, next) = UTF8Decoding.scalar(bytes, at: end)
            if scalar == "’" {
                if isJoint(0x27, end, limit, width: 3) { return nil }
                break
            }
            if scalar == "\u{AD}" || next > limit { return nil }
            let category = table.category(scalar)
            guard isLetter(category), !isSpaceless(scalar) else { break }
            if category == .uppercase || category == .titlecase { return nil }
            for index in end..<next { hash = WordTable.hash(hash, bytes[index]) }
            end = next
        }
        return (end, hash)
    }

    private func isLetter(_ category: CharacterTable.Category) -> Bool {
        category.rawValue >= CharacterTable.Category.uppercase.rawValue
            && category.rawValue <= CharacterTable.Category.spacingMark.rawValue
    }

    private mutating func finishPlain(_ start: Int, _ end: Int, _ hash: UInt64) {
        let first = UTF8Decoding.scalar(bytes, at: start).0
        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if let number = words.number(of: word, hash), lexicon.particles.isEmpty {
            append(start, end, first, Int32(number), classes[number], particle: 0)
        } else if lexicon.readsParts {
            buffer.removeAll(keepingCapacity: true)
            for byte in word { buffer.append(WordTable.small(byte)) }
            finish(start, end, first)
        } else {
            append(start, end, first, -1, [], particle: 0)
        }
    }

    /// Any word: what is looked up is written down first.
    private mutating func writtenWord(at start: Int, _ limit: Int) -> Int {
        var end = start
        buffer.removeAll(keepingCapacity: true)
        let first = UTF8Decoding.scalar(bytes, at: start).0
        var needsFolding = false
        while end < limit {
            let byte = bytes[end]
            if byte < 0x80 {
                if WordTable.small(byte) &- 0x61 < 26 || byte &- 0x30 < 10 {
                    buffer.append(WordTable.small(byte))
                } else if isJoint(byte, end, limit) {
                    buffer.append(byte)
                    if byte == 0x27, splits(at: end + 1, start) { end += 1; break }
                } else {
                    break
                }
                end += 1
                continue
            }
            let (scalar, next) = UTF8Decoding.scalar(bytes, at: end)
            if scalar == "’" {
                guard isJoint(0x27, end, limit, width: 3) else { break }
                buffer.append(0x27)
                if splits(at: next, start) { end = next; break }
            } else if table.isLetter(scalar) && !isSpaceless(scalar) || scalar == "\u{AD}" {
                if !table.isUppercase(scalar) {
                    buffer.append(contentsOf: bytes[end..<min(next, limit)])
                } else if lexicon.lowersSimply, Self.hasSimpleCase(scalar) {
                    buffer.append(contentsOf: UTF8.encode(table.folded(scalar)) ?? .init())
                } else {
                    buffer.append(contentsOf: bytes[end..<min(next, limit)])
                    needsFolding = true
                }
            } else {
                break
            }
            end = next
        }
        if needsFolding {
            let lower = Normalizer.lowercase(
                String(decoding: buffer, as: UTF8.self), lexicon.language)
            buffer = Array(lower.utf8)
        }
        finish(start, end, first)
        return max(end, start + 1)
    }

    /// Capitals of Latin and Cyrillic whose small letter is the same in every language but the Turkic ones.
    private static func hasSimpleCase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x250 && scalar.value != 0x130 || 0x400..<0x530 ~= scalar.value
    }

    /// An apostrophe, hyphen or dot between two letters belongs to the word.
    private func isJoint(_ byte: UInt8, _ offset: Int, _ limit: Int, width: Int = 1) -> Bool {
        guard byte == 0x27 || byte == 0x2D || byte == 0x2E || byte == 0x26 else { return false }
        let next = offset + width
        guard next < limit else { return false }
        let scalar = UTF8Decoding.scalar(bytes, at: next).0
        guard table.isLetter(scalar) || table.isDigit(scalar) else { return false }
        return true
    }

    /// An elided article or pronoun ends at its apostrophe: "l'", "qu'".
    private func splits(at end: Int, _ start: Int) -> Bool {
        buffer.count <= 9
            && buffer.withUnsafeBufferPointer { words.number(of: $0) } != nil
    }

    private mutating func finish(_ start: Int, _ end: Int, _ first: Unicode.Scalar) {
        if buffer.contains(0x2D), splitHyphens(start, end, first) { return }
        var (number, classes) = buffer.withUnsafeBufferPointer { lexicon.look($0) }
        let particle = particle(classes)
        if particle > 0 { classes.insert(.subjectMarker) }
        append(start, end, first, number, classes, particle: particle)
    }

    private mutating func append(
        _ start: Int, _ end: Int, _ first: Unicode.Scalar, _ number: Int32, _ classes: WordClasses,
        particle: Int
    ) {
        let isCapital = table.isUppercase(first)
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), kind: .word, isCapitalised: isCapital,
                isUncased: !isCapital && !table.isLowercase(first), number: number,
                classes: classes, particle: UInt8(particle)))
        if number >= 0, endsPhrase[Int(number)] { joinPhrase() }
    }

    /// The particle at the end of the word in the buffer; words that are something else by themselves have none.
    private func particle(_ classes: WordClasses) -> Int {
        guard !lexicon.particles.isEmpty,
            !classes.has([.boundary, .auxiliary, .temporal, .verb, .determiner, .quoteMarker])
        else { return 0 }
        return buffer.withUnsafeBufferPointer { lexicon.particle($0) }
    }

    /// An inverted verb carries its pronoun: "a-t-elle", "dit-il".
    private mutating func splitHyphens(
        _ start: Int, _ end: Int, _ first: Unicode.Scalar
    ) -> Bool {
        let parts = buffer.split(separator: 0x2D)
        guard parts.count > 1, let last = parts.last,
            last.withUnsafeBufferPointer({ lexicon.look($0).classes.has(.pronoun) }),
            buffer.count == end - start
        else { return false }
        var offset = start
        for part in parts {
            let (number, classes) = part.withUnsafeBufferPointer { lexicon.look($0) }
            // The euphonic letter between the parts is no word.
            if part.count > 1 || number >= 0 {
                tokens.append(
                    Token(
                        start: Int32(offset), end: Int32(offset + part.count), kind: .word,
                        number: number, classes: classes))
            }
            offset += part.count + 1
        }
        return true
    }

    /// Joins the last tokens into a phrase that the lexicon knows. Phrases end at the newest token, so each token is
    /// tried as the end of one; the longest that fits wins because it is tried from its first word.
    private mutating func joinPhrase() {
        let last = tokens.count - 1
        for length in stride(from: min(5, tokens.count), through: 2, by: -1) {
            let first = last - length + 1
            guard tokens[first].kind == .word, tokens[first].number >= 0 else { continue }
            for phrase in lexicon.phrases[Int(tokens[first].number)]
            where phrase.rest.count == length - 1 {
                let matches = (0..<phrase.rest.count).allSatisfy {
                    tokens[first + 1 + $0].number == phrase.rest[$0]
                        && tokens[first + 1 + $0].kind == .word
                }
                if matches {
                    tokens[first].end = tokens[last].end
                    tokens[first].particle = tokens[last].particle
                    tokens[first].classes = phrase.classes.union(
                        tokens[last].classes.intersection(.subjectMarker))
                    tokens.removeLast(length - 1)
                    return
                }
            }
        }
    }

    // MARK: scripts without spaces

    private func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x0E00 && !lexicon.hasSpaces && table.category(scalar) == .otherLetter
            || scalar.value >= 0x3040 && scalar.value < 0xA000 && !lexicon.hasSpaces
    }

    private mutating func ideographs(at start: Int, _ limit: Int) -> Int {
        let (scalar, single) = UTF8Decoding.scalar(bytes, at: start)
        var length =
            scalar.value < 0x10000 && !lexicon.longestWord.isEmpty
            ? Int(lexicon.longestWord[Int(scalar.value)]) : 0
        length = min(length, limit - start)
        while length > 0 {
            let end = start + length
            if end == bytes.count || bytes[end] & 0xC0 != 0x80 {
                let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if let number = words.number(of: word) {
                    tokens.append(
                        Token(
                            start: Int32(start), end: Int32(end), kind: .word, isUncased: true,
                            number: Int32(number), classes: classes[number]))
                    return end
                }
            }
            length -= 1
        }
        tokens.append(
            Token(start: Int32(start), end: Int32(single), kind: .word, isUncased: true))
        return single
    }
}
