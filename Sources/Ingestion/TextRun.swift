internal import TextCore

/// A line of a page: the text of one block element between other block elements.
struct TextRun {
    /// Collapsed and trimmed UTF-8.
    var text: [UInt8]
    /// The node of its first piece of text.
    let node: Int
    let kind: BlockKind
    /// 1 to 6 for a heading.
    let level: Int
    /// How much of the text is inside links, 0 to 1.
    let linkShare: Double
    /// About how many words.
    let weight: Double
    /// Why it is no part of the article; set step by step.
    var verdict: Verdict?
    /// The same prose stands earlier on the page: some pages hold an article several times.
    var isRepeated = false

    struct Verdict {
        let kind: String
        let reason: String
    }

    var endsSentence: Bool { Prose.endsSentence(text) }

    /// How much the line speaks for standing in an article (positive) or around one (negative), in words.
    ///
    /// Prose counts by its length up to a limit, so that one long legal notice does not outweigh an article.
    var score: Double {
        if verdict != nil || weight == 0 || isRepeated { return 0 }
        if isLink { return -(1.5 + weight * 0.4) }
        let own = weight * (1 - linkShare)
        if level > 0 { return own > 1 ? 0.5 : -0.5 }
        if own >= 12 || own >= 5 && endsSentence { return min(own, 90) }
        return -1
    }

    /// A link rather than text with links; a sentence may be linked for the most part.
    var isLink: Bool { linkShare > 0.6 && (linkShare > 0.85 || !endsSentence || weight < 12) }

    var isProse: Bool { !isLink && (weight >= 12 || weight >= 5 && endsSentence) }
}

extension Extraction.Furniture {
    /// The lines with a verdict.
    static func all(in runs: [TextRun]) -> [Extraction.Furniture] {
        var position = 0
        var furniture: [Extraction.Furniture] = []
        for run in runs {
            guard let verdict = run.verdict else {
                position += 1
                continue
            }
            furniture.append(
                .init(
                    kind: verdict.kind, text: String(decoding: run.text, as: UTF8.self),
                    reason: verdict.reason, position: position))
        }
        return furniture
    }
}
