internal import TextCore

/// Words that close a sentence though no mark stands behind them: Korean verbs by their ending, Thai particles.
struct FinalWords {
    let reader: ByteReader
    let hasSpaces: Bool
    /// Bytes; what is shorter is hardly a sentence.
    private static let shortest = 60

    /// - Parameter space: where a space stands.
    func closes(at space: Int, _ sentenceStart: Int) -> Bool {
        let next = reader.skipSpaces(space)
        guard let following = reader.item(at: next), following.has([.word, .opener]) else {
            return false
        }
        // "습니다 라고": what quotes the sentence follows it.
        if reader.word(at: next).marks.has(.saying) { return false }
        let end = endOfLetters(before: space, sentenceStart)
        guard end > sentenceStart else { return false }
        return ends(sentenceStart, end)
            || !hasSpaces && end == space && space - sentenceStart >= Self.shortest
                && reader.item(before: space).map { $0.has(.letter) } ?? false
                && starts(at: next)
    }

    /// "… นอกจากนี้ยังมี": where no spaces part words, one that opens sentences is the beginning of a run of letters. It
    /// must not go on with a vowel sign, or it would be the beginning of another word.
    private func starts(at start: Int) -> Bool {
        var fingerprint = WordTable.Fingerprint()
        var offset = start
        for _ in 0..<24 {
            guard let item = reader.item(at: offset), item.has(.letter) else { return false }
            fingerprint.add(item.folded)
            offset = item.end
            if reader.words.marks(fingerprint).has(.starter),
                reader.item(at: offset).map({ !$0.has(.mark) }) ?? true
            {
                return true
            }
        }
        return false
    }

    /// Before a mark that only draws out the last sound: "좋아요~".
    private func endOfLetters(before space: Int, _ floor: Int) -> Int {
        var offset = space
        while offset > floor, let item = reader.item(before: offset), isDrawnOut(item.scalar) {
            offset = item.start
        }
        return offset
    }

    private func isDrawnOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "~", "～", "ㅎ", "ㅋ", "ㅠ", "ㅜ", "^": true
        default: false
        }
    }

    /// The last characters of the text before an offset are a listed word or the ending of one.
    private func ends(_ floor: Int, _ end: Int) -> Bool {
        var offset = end
        for _ in 0..<min(reader.words.longestFinal, 24) {
            guard offset > floor, let item = reader.item(before: offset), item.has(.letter) else {
                break
            }
            offset = item.start
            let marks = reader.marks(offset, end)
            if marks.has(.finalEnding) { return offset > floor }
            if marks.has(.final) {
                return reader.item(before: offset).map { !$0.has(.letter) } ?? true
            }
        }
        return false
    }
}
