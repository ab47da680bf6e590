internal import TextCore

/// Divides a run of capitalised words where one name stands before another: "Китаю Ван І", "Italiens Anna Koval".
struct NameRunSplitter {
    let evidence: NameEvidence

    /// The parts of the run in order; together they are the run.
    func parts(_ words: [TextWord], _ run: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var rest = run
        while let end = firstEnd(words, rest) {
            parts.append(rest.lowerBound..<end)
            rest = end..<rest.upperBound
        }
        return parts + [rest]
    }

    /// Where a name at the start of the run ends before another one.
    private func firstEnd(_ words: [TextWord], _ run: Range<Int>) -> Int? {
        guard run.count > 1, words[run.lowerBound + 1].gap != .hyphen else { return nil }
        if let place = evidence.places.match(words[run]) {
            let end = run.lowerBound + place.count
            guard end < run.upperBound, words[end].gap == .space else { return nil }
            let isInflected = zip(place, words[run]).contains { $0 != $1.folded }
            return goes(words, before: end..<run.upperBound, run.lowerBound, isInflected)
                ? end : nil
        }
        return isAcronymBeforeName(words, run) ? run.lowerBound + 1 : bodyEnd(words, run)
    }

    /// "МИД Китая Ван И": a place in the genitive ends the body that stands before a name of two words or more.
    private func bodyEnd(_ words: [TextWord], _ run: Range<Int>) -> Int? {
        guard !evidence.inflection.isEmpty, evidence.isBody(words[run.lowerBound].folded) else {
            return nil
        }
        for start in run.dropFirst() {
            guard let place = evidence.places.match(words[start..<run.upperBound]) else { continue }
            let end = start + place.count
            let isInflected = zip(place, words[start...]).contains { $0 != $1.folded }
            guard isInflected, run.upperBound - end > 1, words[end].gap == .space else {
                return nil
            }
            return goes(words, before: end..<run.upperBound, start, isInflected) ? end : nil
        }
        return nil
    }

    /// A place in another case than the dictionary's belongs to what stood before; so does one before a title.
    private func goes(
        _ words: [TextWord], before rest: Range<Int>, _ start: Int, _ isInflected: Bool
    ) -> Bool {
        guard words[rest.lowerBound].shape != .lower,
            !rest.contains(where: { evidence.isBody(words[$0].folded) })
        else { return false }
        if rest.contains(where: { evidence.isTitle(words[$0].folded) }) { return true }
        let isGiven = rest.lowerBound - start == 1 && evidence.isGivenName(words[start].folded)
        if isInflected { return !isGiven || rest.count > 1 }
        guard !isGiven, rest.count > 1 else { return false }
        return !evidence.inflection.isEmpty || evidence.isGivenName(words[rest.lowerBound].folded)
    }

    /// "КНР Си Цзиньпин": where nouns take cases, initials of a country or a body stand before the name as a genitive.
    private func isAcronymBeforeName(_ words: [TextWord], _ run: Range<Int>) -> Bool {
        let rest = run.dropFirst()
        return !evidence.inflection.isEmpty && words[run.lowerBound].shape == .capitals
            && words[run.lowerBound].folded.unicodeScalars.count > 1 && rest.count > 1
            && rest.allSatisfy {
                words[$0].shape == .capitalised && words[$0].gap == .space
                    && !evidence.isBody(words[$0].folded)
            }
    }
}
