internal import CICU

/// A BCP 47 language tag in ICU's canonical form.
///
/// Equal when their canonical forms are: `ZH-hans` and `zh-Hans` are one tag, `iw` and `he` too.
public struct LanguageTag: Hashable, Sendable {
    /// The canonical form, such as `zh-Hant-TW`.
    public let string: String

    /// - Returns: `nil` when the string is no well-formed BCP 47 tag. `_` is taken for `-`.
    public init?(_ string: String) {
        let tag = String(string.map { $0 == "_" ? "-" : $0 })
        guard !tag.isEmpty, tag.utf8.count < 100, tag.utf8.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        // The root of the locale data is no BCP 47 tag but a name of ours.
        if tag == "root" {
            self.string = tag
            return
        }
        guard let canonical = CBytes.string(cicu_tag(tag, CICU_TAG_CANONICAL)),
            canonical != "und" || tag == "und"
        else { return nil }
        self.string = canonical
    }

    private init(canonical: String) { string = canonical }

    /// The language that is not known; data falls back to `root` for it.
    public static let undetermined = LanguageTag(canonical: "und")
    public static let english = LanguageTag(canonical: "en")

    /// The language alone: `zh` of `zh-Hant-TW`.
    public var language: String {
        part(CICU_TAG_LANGUAGE).isEmpty ? string : part(CICU_TAG_LANGUAGE)
    }
    /// The script as written in the tag, or empty.
    public var script: String { part(CICU_TAG_SCRIPT) }
    /// The region as written in the tag, or empty.
    public var region: String { part(CICU_TAG_REGION) }
    /// With likely script and region: `zh-TW` becomes `zh-Hant-TW`, `en` becomes `en-Latn-US`.
    public var maximized: LanguageTag { LanguageTag(canonical: part(CICU_TAG_MAXIMIZED)) }
    /// Without what is likely anyway: `zh-Hant-TW` becomes `zh-TW`.
    public var minimized: LanguageTag { LanguageTag(canonical: part(CICU_TAG_MINIMIZED)) }
    /// The script that the language is written in, likely or as tagged: `Hant` of `zh-TW`.
    public var likelyScript: String { maximized.script }

    /// The tags under which data for this language may stand, nearest first, `root` last.
    ///
    /// `zh-TW` gives `zh-TW`, `zh-Hant-TW`, `zh-Hant`, `zh`, `root`.
    public var lookupChain: [LanguageTag] {
        var chain = [self]
        let full = maximized
        let script = full.script
        for candidate in [full.string, "\(language)-\(script)", language] where candidate != "und-"
        {
            let tag = LanguageTag(canonical: candidate)
            if !chain.contains(tag) { chain.append(tag) }
        }
        let root = LanguageTag(canonical: "root")
        if !chain.contains(root) { chain.append(root) }
        return chain
    }

    /// True when both name one language in one script, whatever their regions: `zh-TW` and `zh-Hant`, `en` and `en-GB`.
    public func matches(_ other: LanguageTag) -> Bool {
        let (a, b) = (maximized, other.maximized)
        return a.language == b.language && a.script == b.script
    }

    /// The language's name as speakers of another write it: "Ukrainian", "українська".
    public func displayName(in other: LanguageTag) -> String {
        CBytes.string(cicu_display_language(string, other.icuLocale)) ?? string
    }

    /// ICU takes tags nearly everywhere, but not our name for the root.
    var icuLocale: String { string == "root" ? "und" : string }

    private func part(_ part: cicu_tag_part) -> String {
        CBytes.string(cicu_tag(icuLocale, part)) ?? ""
    }
}

extension LanguageTag: Comparable {
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool {
        left.string < right.string
    }
}

extension LanguageTag: CustomStringConvertible {
    public var description: String { string }
}

extension LanguageTag: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let string = try container.decode(String.self)
        guard let tag = LanguageTag(string) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(string)' is not a BCP 47 language tag")
        }
        self = tag
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(string)
    }
}
