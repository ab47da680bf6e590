internal import Quotes
internal import TextCore

/// Tells what became of the source's quotes: words in marks that are gone, an interpreter no longer named.
struct QuoteComparison {
    let source: Passage
    let target: Passage
    /// The usual length of the translation for each letter of the source.
    let ratio: Double
    let comparesMediation: Bool

    private static let share = 0.85

    var divergences: [Divergence] { marked + (comparesMediation ? mediation : []) }

    private var marked: [Divergence] {
        let from = MarkedStretches(source)
        let to = MarkedStretches(target)
        // One split quotation may become a whole one: then as much is quoted as before.
        guard let last = from.phrases.last, from.phrases.count > to.spans.count,
            to.weight < Self.share * ratio * from.weight
        else { return [] }
        return [
            Divergence(
                .quoteLost, source: last, target: target.span,
                "in quotation marks: \(from.spans.count) in the source, \(to.spans.count) here")
        ]
    }

    /// The words as they were spoken need no flag.
    private var mediation: [Divergence] {
        let told = source.quotes.filter { [.interpreted, .translated].contains($0.mediation.kind) }
        guard let first = told.first,
            !target.quotes.contains(where: { $0.mediation.kind != .none }),
            !told.contains(where: {
                $0.mediation.sourceLanguage?.language == target.language.language
            })
        else { return [] }
        return [
            Divergence(
                .mediationLost, source: first.mediation.mark ?? first.span, target: target.span,
                "no word of the interpreter or translator that the source tells of")
        ]
    }
}
