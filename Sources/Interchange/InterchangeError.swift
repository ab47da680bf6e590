/// What can be wrong with a file that is read or written; lines and columns count from 1.
public enum InterchangeError: Error, Hashable, Sendable {
    case malformed(file: String, line: Int, column: Int, reason: String)
    case notThisFormat(file: String, expected: String, found: String)
    case unknownLanguage(file: String, line: Int, tag: String)
    case outOfMemory
}

extension InterchangeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let file, let line, let column, let reason):
            "\(file):\(line):\(column): \(reason)"
        case .notThisFormat(let file, let expected, let found):
            "\(file): expected \(expected), found \(found)"
        case .unknownLanguage(let file, let line, let tag):
            "\(file):\(line):1: '\(tag)' is not a BCP 47 language tag"
        case .outOfMemory: "not enough memory for the file"
        }
    }
}
