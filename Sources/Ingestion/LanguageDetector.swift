internal import CCLD2
public import LocaleData
public import TextCore

/// Tells a text's language: by CLD2 where it is sure, else by script and by the commonest words of the locale data.
public struct LanguageDetector: Sendable {
    private struct Candidate: Sendable {
        let tag: LanguageTag
        let script: String
        let words: Set<String>
        let hasSpaces: Bool
    }

    private let candidates: [Candidate]

    /// - Parameter languages: those that may be guessed, with what is known of them.
    public init(_ languages: [(tag: LanguageTag, basics: LocaleBasics)]) {
        candidates = languages.filter { !$0.basics.commonWords.isEmpty }.map {
            Candidate(
                tag: $0.tag, script: $0.tag.likelyScript, words: Set($0.basics.commonWords),
                hasSpaces: $0.basics.spaces)
        }
    }

    /// How much of a text is looked at, in bytes; more changes nothing.
    private static let sample = 20_000

    /// - Parameters:
    ///   - given: what the caller says; it stands.
    ///   - declared: what the page says; it stands unless the text is surely in another language, as templates declare
    ///     languages that their texts are not in.
    public func language(
        of text: Text, given: LanguageTag?, declared: LanguageTag?
    ) -> LanguageGuess {
        if let given { return LanguageGuess(given, .given) }
        let guess = language(of: text)
        guard let declared else { return guess }
        let contradicts =
            guess.evidence == .detected && text.count > 100 && !Self.isNear(guess.tag, declared)
        return contradicts
            ? guess
            : LanguageGuess(
                declared.script.isEmpty && declared.region.isEmpty
                    ? refined(declared, text, Self.cut(text)) : declared, .declared)
    }

    /// Detectors mistake some languages for each other; there a page's own word is finer.
    private static let nearLanguages: [Set<String>] = [
        ["da", "nb", "nn", "no"], ["bs", "hr", "sh", "sr"], ["id", "ms"], ["yue", "zh"],
        ["gl", "pt"], ["es", "gl"], ["cs", "sk"], ["fil", "tl"],
    ]

    /// One language, or two that detectors mistake for each other.
    public static func isNear(_ left: LanguageTag, _ right: LanguageTag) -> Bool {
        left.language == right.language
            || nearLanguages.contains {
                $0.contains(left.language) && $0.contains(right.language)
            }
    }

    public func language(of text: Text) -> LanguageGuess {
        let end = Self.cut(text)
        let bytes = Array(text.bytes[..<end])
        let guess = bytes.withUnsafeBytes { buffer in
            ccld2_detect(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        if guess.reliable, guess.percent >= 60,
            let name = guess.language.map({ String(cString: $0) }),
            name != "un", let tag = LanguageTag(name)
        {
            return LanguageGuess(refined(tag, text, end), .detected)
        }
        return guessed(text, end)
    }

    /// On a scalar boundary.
    private static func cut(_ text: Text) -> Int {
        var end = min(text.count, sample)
        while end > 0, end < text.count, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    private func guessed(_ text: Text, _ end: Int) -> LanguageGuess {
        let span = TextSpan(0, end)
        let shares = ScriptDetector.shares(in: text, span)
        guard let main = shares.first?.0 else { return LanguageGuess(.undetermined, .unknown) }
        let codes = Set(shares.filter { $0.1 > 0.1 }.map { $0.0.code })
        let scripts = Self.scripts(main.code, codes)
        let fitting = candidates.filter { scripts.contains($0.script) }
        let best = fitting.map { ($0, score($0, text, span)) }.max {
            ($0.1, $1.0.tag.string) < ($1.1, $0.0.tag.string)
        }
        guard let best, best.1 > 0 || fitting.count == 1 else {
            return LanguageGuess(.undetermined, .unknown)
        }
        return LanguageGuess(refined(best.0.tag, text, end), .guessed)
    }

    /// The scripts that a language may have whose text is mainly in one.
    private static func scripts(_ main: String, _ all: Set<String>) -> Set<String> {
        if !all.isDisjoint(with: ["Hira", "Kana"]) { return ["Jpan"] }
        switch main {
        case "Hani": return ["Hans", "Hant"]
        case "Hang": return ["Kore"]
        default: return [main]
        }
    }

    /// The share of the text's words, or without spaces its characters, that are among the commonest.
    private func score(_ candidate: Candidate, _ text: Text, _ span: TextSpan) -> Double {
        let string = Normalizer.fold(text[span])
        guard candidate.hasSpaces else {
            return Double(candidate.words.reduce(0) { $0 + (string.contains($1) ? 1 : 0) })
        }
        let words = string.split { !$0.isLetter && $0 != "'" && $0 != "’" }
        let known = words.reduce(0) { $0 + (candidate.words.contains(String($1)) ? 1 : 0) }
        return words.isEmpty ? 0 : Double(known) / Double(words.count)
    }

    /// Chinese is told apart by characters that only one of its two scripts has.
    private func refined(_ tag: LanguageTag, _ text: Text, _ end: Int) -> LanguageTag {
        guard tag.language == "zh" else { return tag }
        let sample = text[TextSpan(0, min(end, 3_000))]
        guard let toSimplified = Transliterator("Traditional-Simplified"),
            let toTraditional = Transliterator("Simplified-Traditional")
        else { return tag }
        func changes(_ other: String) -> Int {
            zip(sample.unicodeScalars, other.unicodeScalars).reduce(0) {
                $0 + ($1.0 == $1.1 ? 0 : 1)
            }
        }
        let traditional = changes(toSimplified.transliterate(sample))
        let simplified = changes(toTraditional.transliterate(sample))
        guard traditional != simplified else { return tag }
        return LanguageTag(traditional > simplified ? "zh-Hant" : "zh-Hans") ?? tag
    }
}
