internal import LocaleData
internal import TextCore

/// Rules about the word before a dot.
extension ProfilePatterns {
    private var space: String { PatternText.space }

    private func listed(_ kinds: AbbreviationClass...) -> String {
        let words = profile.abbreviations.filter { kinds.contains($0.value) }.keys
        return PatternText.wordStart + PatternText.any(words.map(PatternText.cased)) + marks.dot
    }

    private var romanNumber: String { #"[IVXLC]{1,5}(?!\p{L})"# }

    var abbreviationsThatNeverEnd: [PatternRule] {
        [
            Self.keeps(listed(.title), space),
            Self.keeps(listed(.number), #"\#(PatternText.lead)(?:\p{Nd}|\#(romanNumber))"#),
            Self.keeps(listed(.number, .other), #"\#(PatternText.lead)\p{Ll}"#),
            Self.keeps("[°№]\(marks.dot)", #"\#(space)+\p{Nd}"#),
        ]
    }

    /// A lower-case letter goes on with the sentence, save after one dot behind a long, plain word or before a word that
    /// begins sentences.
    var lowerCase: [PatternRule] {
        let edge = #"(?<![\p{L}\p{M}\p{Nd}.\-/&'’])"#
        let quotation = #"["“”„«»‘’]"#
        let starter = starters(PatternText.lowerCased)
        let sayings = PatternText.any(Sayings.of(profile).map(PatternText.lowerCased))
        let noSaying = #"(?!\#(sayings)(?![\p{L}\p{M}]))"#
        var rules = [
            Self.breaks(
                #"\#(edge)\p{L}\p{Ll}{3,60}\#(marks.dot)"#,
                #"\#(space)+(?:\#(quotation)*\#(starter)|\#(quotation)+\p{Ll})"#),
            Self.breaks(
                #"\#(edge)(?=\p{Ll}{0,30}\#(vowels)\p{Ll}{0,30}\#(vowels))\p{Ll}{5,60}\#(marks.dot)"#,
                #"\#(PatternText.lead)\#(noSaying)\p{Ll}"#),
            // One exclamation mark may belong to a name.
            Self.breaks(#"\?|[!?]{2,9}"#, "\(space)+\(noSaying)\(starter)"),
        ]
        if !profile.reporting.forms.isEmpty {
            rules.append(Self.breaks(#"\?"#, #"\#(space)+\#(noSaying)\p{Ll}"#))
        }
        return rules + [
            Self.keeps(marks.end, #"\#(PatternText.lead)(?![\u10D0-\u10FF])\p{Ll}"#)
        ]
    }

    /// Words that begin sentences, written as told, and no longer than they are.
    func starters(_ written: (String) -> String) -> String {
        let elided = profile.starters.filter { $0.hasSuffix("'") }
        let short = profile.starters.filter { $0.unicodeScalars.count == 1 }
        let long = profile.starters.subtracting(elided).subtracting(short)
        // One letter with a dot behind it is an initial.
        return "(?:\(PatternText.any(elided.map(written)))"
            + #"|\#(PatternText.any(long.map(written)))(?![\p{L}\p{M}])"#
            + #"|\#(PatternText.any(short.map(written)))(?![\p{L}\p{M}.]))"#
    }

    var abbreviationsThatMayEnd: [PatternRule] {
        // A dot behind a short word may be that of an abbreviation: "art. 12."
        let end = #"(?:\#(marks.strong)|:|\p{Ll}{4}\#(marks.dot))\#(PatternText.closer){0,3}"#
        let start = #"(?:^|\n|\#(end)\#(space){1,3})"#
        var rules = [
            // What opens a sentence is an initial or the number of an item.
            Self.keeps(#"\#(start)(?:\p{L}|\(?\p{Nd}{1,3})\#(marks.dot)\)?"#, space)
        ]
        if !profile.basics.capitalNouns { rules.append(unit) }
        rules += [
            Self.breaks(
                #"\#(marks.dot)[)\]]?"#, "\(space)+\(starters(PatternText.capitalised))"),
            Self.keeps(#"\#(listed(.other))[)\]]?"#, space),
            Self.keeps(initial, space),
            Self.keeps(dotted, space),
        ]
        if !profile.basics.vowels.isEmpty { rules.append(Self.keeps(vowelless, space)) }
        return rules
    }

    /// A unit belongs to the number before it and not to the capital behind it, unless the two are nearly all that the
    /// sentence has.
    private var unit: PatternRule {
        let number = #"\p{Nd}[\p{Nd}.,:\-–/\u00A0]{0,12}"#
        return Self.breaks(
            #"\#(space)[^\s\p{Z}]{1,30}\#(space)\#(number)\#(space)?(?:\p{L}{1,5}\. ?)?\p{L}[\p{L}.]{0,5}\#(marks.dot)"#,
            #"\#(space)+\p{Lu}\p{L}+(?![\p{L}\p{M}.])"#)
    }

    private var initial: String {
        let functionWords = profile.starters.compactMap {
            $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil
        }
        let plain = functionWords.isEmpty ? "" : "(?!\(PatternText.set(functionWords)))"
        return "\(PatternText.freeStart)\(plain)\(PatternText.alphabetic)\(marks.dot)"
    }

    /// "т.е.", "z.B.", "U.S."
    private var dotted: String {
        // Spelled out: Java cannot look back over a repeated group.
        let piece = #"[\p{L}\p{Nd}]{1,3}\."#
        let heads = (1...4).map { String(repeating: piece, count: $0) }.joined(separator: "|")
        return #"(?<![\p{L}\p{Nd}.\-/&'’])(?:\#(heads))\p{L}{1,3}\#(marks.dot)"#
    }

    private var vowelless: String {
        let letter = "(?!\(vowels))\(PatternText.alphabetic)"
        return #"\#(PatternText.freeStart)\#(letter)(?:\#(letter)(?<=\p{Ll})){1,4}\#(marks.dot)"#
    }

    var numbers: [PatternRule] {
        var rules = [
            Self.keeps(#"(?<![\p{L}\p{Nd}])\p{Nd}{1,4}\."#, #"\#(space)+\p{Nd}{1,2}\."#),
            Self.keeps(#"\p{Nd}\."#, #"\#(space)+[\#(PatternText.dashes)]\#(space)*\p{Nd}"#),
        ]
        guard profile.basics.ordinalDot else { return rules }
        let opens = "[\(PatternText.openers)\(PatternText.dashes)]"
        rules += [
            Self.keeps(#"(?<![\p{L}\p{M}\p{Nd}.])\p{Nd}{1,2}\."#, "\(space)+(?!\(space)|\(opens))"),
            Self.keeps(#"\#(PatternText.wordStart)[IVXLC]{1,5}\."#, space),
        ]
        return rules
    }
}
