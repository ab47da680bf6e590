internal import CICU

/// A writing system, by ICU's number and its ISO 15924 code.
public struct Script: Hashable, Sendable {
    /// ICU never gives a number to another script.
    public let number: UInt16

    public init(number: UInt16) { self.number = number }

    /// The ISO 15924 code, such as "Cyrl".
    public var code: String { String(cString: cicu_script_name(number)) }

    /// Marks, digits and signs that belong to no one script.
    public var isCommon: Bool { number <= 1 }

    public static let latin = Script(number: 25)
    public static let cyrillic = Script(number: 8)
    public static let georgian = Script(number: 12)
    public static let greek = Script(number: 14)
    public static let arabic = Script(number: 2)
    public static let armenian = Script(number: 3)
    public static let hebrew = Script(number: 19)
    public static let devanagari = Script(number: 10)
    public static let han = Script(number: 17)
    public static let hangul = Script(number: 18)
    public static let hiragana = Script(number: 20)
    public static let katakana = Script(number: 22)
    public static let thai = Script(number: 38)
    public static let lao = Script(number: 24)
    public static let khmer = Script(number: 23)
    public static let myanmar = Script(number: 28)
}

/// Tells in which script a text is written.
public enum ScriptDetector {
    /// Scripts with their share of the letters, largest first; marks, digits and signs do not count.
    public static func shares(in text: Text, _ span: TextSpan? = nil) -> [(Script, Double)] {
        let table = CharacterTable.shared
        var counts: [Script: Int] = [:]
        let whole = span ?? text.span
        var offset = whole.start
        while offset < whole.end {
            let (scalar, next) = text.scalar(at: offset)
            if table.isLetter(scalar) {
                let script = table.script(scalar)
                if !script.isCommon { counts[script, default: 0] += 1 }
            }
            offset = next
        }
        let total = Double(counts.values.reduce(0, +))
        return counts.map { ($0.key, Double($0.value) / total) }
            .sorted { ($1.1, $0.0.code) < ($0.1, $1.0.code) }
    }

    /// The script of most letters, or `nil` where there are none. Han beside kana counts as Japanese script `kana`.
    public static func main(of text: Text, _ span: TextSpan? = nil) -> Script? {
        shares(in: text, span).first?.0
    }

    public static func main(of string: String) -> Script? { main(of: Text(string)) }
}
