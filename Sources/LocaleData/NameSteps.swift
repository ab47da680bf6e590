/// What turns one writing of a name into another, step after step.
///
/// Written as ICU transform ids and rule files of the locale data, `Hangul-Latin; @rr`: `@rr` is `rules/rr.txt` of the
/// folder or of its nearest parent that has one.
public struct NameSteps: Hashable, Sendable {
    public enum Step: Hashable, Sendable {
        /// A transform that ICU has.
        case transform(String)
        /// ICU transform rules of ours; the name is the folder's and the file's.
        case rules(name: String, text: String)
    }

    public let steps: [Step]
    /// As it is written in the locale data.
    public let written: String
    /// What people call the convention, such as "Palladius".
    public let title: String?
}

/// The rule files of a folder and its parents: what `@name` stands for.
struct NameRules {
    private var files: [String: NameSteps.Step] = [:]

    mutating func add(_ text: String, file: String, folder: String) {
        files[file] = .rules(name: "\(folder)/\(file)", text: text)
    }

    func steps(_ written: String, _ row: LocaleRow) throws(LocaleDataError) -> NameSteps {
        var steps: [NameSteps.Step] = []
        for part in written.utf8.split(separator: UInt8(ascii: ";")) {
            let name = LocaleRow.list(String(decoding: part, as: UTF8.self)).joined()
            if name.utf8.first == UInt8(ascii: "@") {
                guard let rules = files[String(name.dropFirst())] else {
                    throw .malformedLine(
                        file: row.file, line: row.line,
                        expected: "a file rules/\(name.dropFirst()).txt")
                }
                steps.append(rules)
            } else if !name.isEmpty {
                steps.append(.transform(name))
            }
        }
        return NameSteps(
            steps: steps, written: written, title: row.columns.count > 3 ? row.columns[3] : nil)
    }
}
