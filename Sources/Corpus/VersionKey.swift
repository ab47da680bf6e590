public import TextCore

/// What tells an article's versions apart: a language, or an outlet's text in it. Written `en` or `en.tass`.
public struct VersionKey: Hashable, Sendable {
    public let language: LanguageTag
    public let outlet: String?

    /// - Parameter outlet: lower-case ASCII letters, digits and single hyphens.
    public init(_ language: LanguageTag, outlet: String? = nil) throws(CorpusError) {
        guard outlet.map(Self.isOutlet) ?? true else {
            throw .badVersionKey("\(language.string).\(outlet ?? "")")
        }
        self.language = language
        self.outlet = outlet
    }

    public init(_ string: String) throws(CorpusError) {
        let parts = string.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let language = LanguageTag(String(first)) else {
            throw .badVersionKey(string)
        }
        self.language = language
        outlet = parts.count == 2 ? String(parts[1]) : nil
        guard outlet.map(Self.isOutlet) ?? true else { throw .badVersionKey(string) }
    }

    /// The key as it names files.
    public var string: String { outlet.map { "\(language.string).\($0)" } ?? language.string }

    private static func isOutlet(_ string: String) -> Bool {
        guard (1...60).contains(string.utf8.count), !string.hasPrefix("-"), !string.hasSuffix("-"),
            !string.contains("--")
        else { return false }
        return string.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }
}

extension VersionKey: Comparable {
    public static func < (left: VersionKey, right: VersionKey) -> Bool {
        left.string < right.string
    }
}

extension VersionKey: CustomStringConvertible {
    public var description: String { string }
}
