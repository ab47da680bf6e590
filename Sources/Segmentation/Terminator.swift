internal import TextCore

/// The characters that can end a sentence.
///
/// Unicode's `Sentence_Terminal` without those that end none in running text, such as the Arabic triple dot.
enum Terminator {
    enum Kind {
        /// May also belong to an abbreviation, a number or an ellipsis.
        case dot
        case ellipsis
        /// `!`, `?` and their like.
        case strong
        /// Ends a sentence with or without a space after it: ideographic, Indic, Ethiopic, Burmese, Khmer.
        case full
        /// An emoji: messages end sentences with one, but only a capital or a mention after it tells.
        case pictograph
    }

    static func kind(_ scalar: Unicode.Scalar, _ rules: SegmentationRules) -> Kind? {
        guard let kind = common(scalar) else {
            return !rules.extraTerminators.isEmpty && rules.extraTerminators.contains(scalar)
                ? .strong : nil
        }
        return rules.nonTerminators.contains(scalar) ? nil : kind
    }

    private static func common(_ scalar: Unicode.Scalar) -> Kind? {
        switch scalar {
        case ".", "．": .dot
        case "…": .ellipsis
        case "!", "?", "؟", "۔", "։", "‼", "‽", "⁇", "⁈", "⁉", "܀", "܁", "܂": .strong
        case "。", "！", "？", "｡", "।", "॥", "።", "፧", "፨", "၊", "။", "។": .full
        case "\u{1F300}"..."\u{1FAFF}": .pictograph
        default: nil
        }
    }

    /// The lead bytes at which the scanner has to look closer.
    static func triggers(_ rules: SegmentationRules) -> [Bool] {
        var triggers = [Bool](repeating: false, count: 256)
        let common = ".．…!?؟۔։‼‽⁇⁈⁉܀܁܂。！？｡।॥።፧፨၊။។🌀\"\n"
        for scalar in common.unicodeScalars + rules.extraTerminators {
            if let lead = String(Character(scalar)).utf8.first { triggers[Int(lead)] = true }
        }
        return triggers
    }
}
