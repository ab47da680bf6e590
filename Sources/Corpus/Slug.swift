internal import TextCore

/// The name of an article and of its folder.
///
/// Letters of any script without capitals, digits, single hyphens; so it is safe as a file name everywhere and never
/// leads out of its folder.
public struct Slug: Hashable, Comparable, Sendable {
    public let string: String

    public init(_ string: String) throws(CorpusError) {
        guard Self.isValid(string) else { throw .badSlug(string) }
        self.string = string
    }

    /// The nearest valid name, for hints and scripts; `nil` where nothing is left of it.
    public static func suggestion(for string: String) -> String? {
        var words: [String] = [""]
        for scalar in Normalizer.fold(Text(string).string).unicodeScalars {
            if isWordScalar(scalar) {
                words[words.count - 1].unicodeScalars.append(scalar)
            } else if words.last != "" {
                words.append("")
            }
        }
        var slug = ""
        for word in words where !word.isEmpty {
            let longer = slug.isEmpty ? word : slug + "-" + word
            if longer.utf8.count > 120 { break }
            slug = longer
        }
        return isValid(slug) ? slug : nil
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        let table = CharacterTable.shared
        return (table.isLetter(scalar) && !table.isUppercase(scalar)) || table.isDigit(scalar)
    }

    static func isValid(_ string: String) -> Bool {
        guard !string.isEmpty, string.utf8.count <= 120, !string.hasPrefix("-"),
            !string.hasSuffix("-"),
            string.utf8.allSatisfy({ $0 < 0x80 })
                || Normalizer.normalize(string, .nfc).utf8.elementsEqual(string.utf8)
        else { return false }
        var previous: Unicode.Scalar = " "
        for scalar in string.unicodeScalars {
            guard isWordScalar(scalar) || (scalar == "-" && previous != "-") else { return false }
            previous = scalar
        }
        return true
    }

    public static func < (left: Slug, right: Slug) -> Bool { left.string < right.string }
}

extension Slug: CustomStringConvertible {
    public var description: String { string }
}
