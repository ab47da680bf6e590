/// What can be wrong with a locale folder; `line` counts from 1.
public enum LocaleDataError: Error, Hashable, Sendable {
    case noDirectory(path: String)
    case noSuchLocale(tag: String)
    case unreadable(file: String, reason: String)
    case malformedJSON(file: String, reason: String)
    case malformedLine(file: String, line: Int, expected: String)
    case unknownClass(file: String, line: Int, found: String, known: [String])
    case badPattern(file: String, line: Int, pattern: String, offset: Int)
    case parentLoop(tag: String)
}

extension LocaleDataError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noDirectory(let path):
            "\(path): no locale data here (a folder with root/locale.json is needed)"
        case .noSuchLocale(let tag): "no locale data for '\(tag)'"
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .malformedJSON(let file, let reason): "\(file): \(reason)"
        case .malformedLine(let file, let line, let expected):
            "\(file):\(line):1: expected \(expected)"
        case .unknownClass(let file, let line, let found, let known):
            "\(file):\(line):1: unknown class '\(found)'; one of: \(known.joined(separator: " "))"
        case .badPattern(let file, let line, let pattern, let offset):
            "\(file):\(line):1: pattern '\(pattern)' is no regular expression (at character \(offset))"
        case .parentLoop(let tag): "the parents of '\(tag)' lead back to itself"
        }
    }
}
