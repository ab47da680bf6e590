internal import LocaleData
internal import TextCore

/// Rules about terminators, brackets and line ends.
extension ProfilePatterns {
    private var space: String { PatternText.space }
    private var closer: String { PatternText.closer }

    /// What holds its sentences together, or stands for words left out.
    var omissions: [PatternRule] {
        // Old right-to-left texts have brackets the wrong way round: ") ع (".
        let open = #"(?<!\)[^()\n]{0,6})\("#
        return [
            Self.keeps(#"[\[(](?:\.{2,9}|…)[\])]"#, space),
            Self.keeps(#"\#(open)[^()\n]{0,150}\#(marks.plain)"#, #"\#(space)[^()\n]{0,150}\)"#),
            Self.keeps(#"\."#, #" \.(?: |$)"#),
            Self.keeps(#"(?:^|\#(space))\. \. \."#, space),
        ]
    }

    /// Where a sentence goes on although it could end.
    var continuations: [PatternRule] {
        // ",," is what a typewriter makes of „.
        let comma = "(?:,(?!,)|[;:)，、；：）])"
        var rules = [
            Self.keeps(marks.end, "\(PatternText.lead)\(comma)"),
            Self.keeps("\(marks.plain){1,12}", detached),
            Self.keeps(marks.end, reference),
            Self.keeps(marks.end, " ?\(PatternText.pictograph)"),
        ]
        if !profile.basics.spaces { rules += clauses }
        return rules
    }

    /// A closing mark with a space before it, as French and tokenised texts have it.
    private var detached: String {
        #"[ \u00A0\u202F](?:»(?!\p{L})|(?:''|[”)])(?=\#(space)|$))"#
    }

    /// "[12]" belongs to the sentence before it.
    private var reference: String { #" ?\[\p{Nd}[\p{Nd},]{0,6}\]"# }

    /// Chinese and Japanese sentences go on after a closing mark without a sign of it.
    private var clauses: [PatternRule] {
        let closed = "\(marks.full){1,12}\(closer){1,5}"
        let linkers = profile.grammar.words(.linker).map(PatternText.literal)
        let words = profile.grammar.words(.titleCaseStop)
        let others = PatternText.any(words.map(PatternText.literal))
        let sayings = PatternText.any(Sayings.of(profile).map(PatternText.literal))
        return [
            Self.keeps(#"[!-~][!?]"#, "[=A-Za-z0-9]"),
            Self.keeps(closed, #"[\u3041-\u309F]"#),
            Self.keeps(closed, PatternText.any(linkers)),
            Self.keeps(#"（[^（）\n]{0,80}\#(marks.full)"#, #"[^（）\n]{0,80}）"#),
            Self.keeps(#"《[^《》\n]{0,40}\#(marks.full)"#, #"[^《》\n]{0,40}》"#),
            Self.keeps(#"[\p{L}\p{Nd}，]（[^（）\n]{0,80}\#(marks.full){1,9}）"#, ""),
            Self.keeps(
                closed,
                #"(?![^，。\n]{0,18}\#(others)[。，、！…])[\p{L}·・]{0,18}?\#(sayings)(?:[。，、,！…\n]|$)"#),
        ]
    }

    var ends: [PatternRule] {
        let starter = starters(PatternText.capitalised)
        let anything = #"[,;:)，、；：）》〉]"#
        var rules = [
            Self.breaks("\(marks.end)(?:\(detached))?(?:\(reference)){0,9}", space),
            Self.breaks(
                #"\#(marks.full)(?:\#(marks.full)|["'\p{Pe}\p{Pf}]){0,12}"#,
                #"(?!\#(space)*\#(anything)|\#(marks.full)|["'\p{Pe}\p{Pf}])"#),
            Self.breaks(
                #"(?:\#(PatternText.pictograph)\uFE0F?){1,9}"#, #"\#(space)+[\p{Lu}@]"#),
            Self.breaks(#"\p{Ll}{4}\.\p{Nd}{1,3}"#, #" \p{Lu}"#),
            Self.breaks(#"\p{Ll}\#(marks.strong){1,9}"#, #"\p{Lu}"#),
            Self.breaks(#"\p{Ll}(?:…|\.{2,9})"#, #"\p{Lu}"#),
            Self.breaks(
                #"(?<![\p{L}\p{M}\p{Nd}.\-/&@_])\p{L}{1,60}\p{Ll}{2}\."#,
                #"(?:\p{Lu}\p{Ll}+|\#(starter))[ ,'’]"#),
            Self.breaks(#"\p{Nd}\."#, "\(starter)[ ,'’]"),
            Self.breaks(":", #"\#(space)+(?:\(?[1aаi]\)|1\.)\#(space)"#),
            Self.breaks("[;；]", #"\#(space)+\(?(?:\p{Nd}{1,3}|\p{Ll}|[ivx]{2,4})\)\#(space)"#),
            Self.breaks(#"\S"#, "\(space)+[•⁃‣▪◦●■►]\(space)"),
            Self.breaks(#"\n"#, #"\#(space)*[^\s\p{Z}\p{Ll}]"#),
            Self.breaks(#"\n"#, #"[^\S\n]*\n"#),
        ]
        if profile.basics.nonTerminators.contains(".") {
            rules.append(Self.breaks(#"\.{2,9}"#, #"\#(PatternText.lead)\p{Lu}"#))
        }
        rules.append(Self.breaks(#"[\p{L}\p{Nd}];"#, "\(space)+\(starter)"))
        let weak = profile.basics.weakTerminators
        if !weak.isEmpty { rules.append(Self.breaks(PatternText.set(weak), #"\#(space)+\p{Lu}"#)) }
        if !profile.finals.isEmpty { rules.append(finals) }
        return rules
    }

    /// Words and endings that close a sentence by themselves.
    private var finals: PatternRule {
        let words = profile.finals.map {
            $0.hasPrefix("-")
                ? PatternText.literal(String($0.dropFirst()))
                : PatternText.wordStart + PatternText.literal($0)
        }
        return Self.breaks(PatternText.any(words), space)
    }
}
