internal import CICU

/// Reads and writes numbers as a language does.
public final class NumberFormatter {
    public enum Style: Sendable {
        case decimal, spelledOut
    }

    private let handle: OpaquePointer

    public init?(_ language: LanguageTag, _ style: Style = .decimal) {
        guard let handle = cicu_number_open(language.icuLocale, style == .spelledOut) else {
            return nil
        }
        self.handle = handle
    }

    deinit { cicu_number_close(handle) }

    /// The number at the start of a string and how many UTF-8 bytes it took, or `nil` where there is none.
    public func parse(_ string: String) -> (value: Double, byteCount: Int)? {
        var used: Int64 = 0
        let value = CBytes.withPointer(Array(string.utf8)) {
            cicu_number_parse(handle, $0, $1, &used)
        }
        return used > 0 ? (value, Int(used)) : nil
    }

    public func format(_ value: Double) -> String {
        CBytes.string(cicu_number_format(handle, value)) ?? "\(value)"
    }
}
