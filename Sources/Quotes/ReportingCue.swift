internal import TextCore

/// A verb that reports, or a phrase such as "according to", with the one who speaks.
struct ReportingCue: Sendable {
    enum Kind: Sendable { case verb, according }

    let kind: Kind
    /// The token of the verb.
    let index: Int
    let span: TextSpan
    let classes: WordClasses
    var subject: Range<Int>?
    /// Who tells what the subject said: "X quoted Y as saying".
    var teller: Range<Int>?
    /// The subject stands after the verb.
    var isInverted = false

    /// The tokens from the first to the last of cue and subject.
    var extent: Range<Int> {
        guard let subject else { return index..<index + 1 }
        return min(index, subject.lowerBound)..<max(index + 1, subject.upperBound)
    }
}

extension [ReportingCue] {
    /// Where the cues from a token on begin; cues stand in the order of their tokens.
    func position(from token: Int) -> Int {
        partitioningIndex { $0.index >= token }
    }

    /// The cue of a token.
    func at(_ token: Int) -> ReportingCue? {
        let position = position(from: token)
        return position < count && self[position].index == token ? self[position] : nil
    }
}
