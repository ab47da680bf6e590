public import TextCore

/// Splits a text into sentences by rules of SRX 2.0: at every place the first rule that matches decides, and where none
/// does, the sentence goes on.
///
/// The patterns of breaking rules are looked for in the text once each; only where one is found are the rules before it
/// asked that forbid a break, all of them in one expression. A breaking rule takes its longest match as other programs
/// do, and a forbidding one any, looking back with limited repeats: `BoundedPattern` tells which.
///
/// A blank line parts blocks, as programs that use SRX part paragraphs before they look at rules.
public struct PatternSegmenter: Sendable {
    private let program: PatternProgram
    private let newline: SegmentationRules.NewlineMode

    /// - Parameter newline: `line` makes a block of every line; the others leave single line ends to the rules.
    /// - Throws: the first rule that ICU cannot read.
    public init(
        _ rules: [PatternRule], newline: SegmentationRules.NewlineMode = .paragraph
    ) throws(PatternError) {
        program = try PatternProgram(rules)
        self.newline = newline
    }

    /// - Returns: spans in text order, UTF-8 byte offsets, none empty, without white space at their ends, together
    ///   covering every non-blank byte.
    /// - Throws: a rule that takes too long on this text.
    public func sentences(in text: Text) throws(PatternError) -> [TextSpan] {
        var sentences: [TextSpan] = []
        var start = 0
        for decision in try decisions(in: text, naming: false) where decision.isBoundary {
            let span = text.trimmed(TextSpan(start, decision.offset))
            if !span.isEmpty { sentences.append(span) }
            start = decision.offset
        }
        return sentences
    }

    /// Every place where a breaking rule matches, with what was decided there; the last one is the end of the text.
    public func decisions(in text: Text) throws(PatternError) -> [PatternDecision] {
        try decisions(in: text, naming: true)
    }

    private func decisions(
        in text: Text, naming: Bool
    ) throws(PatternError) -> [PatternDecision] {
        let run = try PatternRun(program, naming: naming)
        var found: [PatternDecision] = []
        for block in blocks(of: text) {
            found += try run.decisions(in: text, block)
            found.append(PatternDecision(offset: block.end, isBoundary: true, rule: nil))
        }
        if found.isEmpty {
            found.append(PatternDecision(offset: text.count, isBoundary: true, rule: nil))
        }
        return found
    }

    /// Stretches between blank lines, or lines; none blank.
    private func blocks(of text: Text) -> [TextSpan] {
        var blocks: [TextSpan] = []
        for line in text.lines() where !text.trimmed(line).isEmpty {
            if newline != .line, let last = blocks.last,
                text.bytes[last.end..<line.start].allSatisfy({ $0 == 0x0A }),
                line.start - last.end == 1
            {
                blocks[blocks.count - 1].end = line.end
            } else {
                blocks.append(line)
            }
        }
        return blocks
    }
}
