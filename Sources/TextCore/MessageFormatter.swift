internal import CICU

/// Messages with named arguments in ICU's syntax, so that plurals are right in every language.
public enum MessageFormatter {
    public enum Argument: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case text(String)
        case number(Double)

        public init(stringLiteral value: String) { self = .text(value) }
        public init(integerLiteral value: Int) { self = .number(Double(value)) }
    }

    /// - Parameter pattern: such as `{n, plural, one {# sentence} other {# sentences}} behind`.
    /// - Returns: the message, or the pattern itself when ICU cannot read it.
    public static func format(
        _ pattern: String, _ arguments: [String: Argument], _ language: LanguageTag = .english
    ) -> String {
        let sorted = arguments.sorted { $0.key < $1.key }
        var storage: [[CChar]] = []
        for (name, argument) in sorted {
            storage.append(Array(name.utf8CString))
            if case .text(let text) = argument {
                storage.append(Array(text.utf8CString))
            } else {
                storage.append([])
            }
        }
        return withPointers(storage) { pointers in
            let list = sorted.enumerated().map { index, entry in
                var number = 0.0
                if case .number(let value) = entry.value { number = value }
                return cicu_argument(
                    name: pointers[2 * index], text: pointers[2 * index + 1], number: number)
            }
            let result = cicu_message(language.icuLocale, pattern, list, Int32(list.count))
            return CBytes.string(result) ?? pattern
        }
    }

    /// Lends C pointers to all the buffers at once; an empty buffer gives `nil`.
    private static func withPointers<Result>(
        _ buffers: [[CChar]], _ body: ([UnsafePointer<CChar>?]) -> Result
    ) -> Result {
        func lend(_ index: Int, _ pointers: [UnsafePointer<CChar>?]) -> Result {
            guard index < buffers.count else { return body(pointers) }
            guard !buffers[index].isEmpty else { return lend(index + 1, pointers + [nil]) }
            return buffers[index].withUnsafeBufferPointer {
                lend(index + 1, pointers + [$0.baseAddress])
            }
        }
        return lend(0, [])
    }
}
