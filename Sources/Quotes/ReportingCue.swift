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
