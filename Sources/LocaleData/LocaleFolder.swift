internal import FoundationEssentials
internal import TextCore

/// One folder of locale data on disk, as it is written there, before its parents come in.
struct LocaleFolder {
    let path: String
    let name: String

    init(directory: String, name: String) {
        path = "\(directory)/\(name)"
        self.name = name
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// The bytes of a file, or `nil` where the folder has none.
    func bytes(_ name: String) throws(LocaleDataError) -> Data? {
        let file = file(name)
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw .unreadable(file: file, reason: "no permission, or not a file")
        }
        return data
    }

    /// The lines that carry data, with their numbers; columns split at tabs.
    func rows(_ name: String) throws(LocaleDataError) -> [LocaleRow] {
        guard let data = try bytes(name) else { return [] }
        let file = file(name)
        return LocaleRow.parse(Text(utf8: data).string, file: file)
    }

    /// The files under `rules/`, by their names without `.txt`.
    func ruleFiles() throws(LocaleDataError) -> [(name: String, text: String)] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: file("rules"))) ?? []
        var files: [(name: String, text: String)] = []
        for entry in entries.sorted() where entry.hasSuffix(".txt") {
            guard let data = try bytes("rules/\(entry)") else { continue }
            files.append((String(entry.dropLast(4)), Text(utf8: data).string))
        }
        return files
    }

    func json<Value: Decodable>(
        _ name: String, as type: Value.Type
    ) throws(LocaleDataError) -> Value? {
        guard let data = try bytes(name) else { return nil }
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw .malformedJSON(file: file(name), reason: error.plainWords)
        } catch {
            throw .malformedJSON(file: file(name), reason: "\(error)")
        }
    }

    /// The objects of a `.jsonl` file with their line numbers.
    func jsonLines<Value: Decodable>(
        _ name: String, as type: Value.Type
    ) throws(LocaleDataError) -> [(line: Int, value: Value)] {
        guard let data = try bytes(name) else { return [] }
        var values: [(line: Int, value: Value)] = []
        for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        where !line.isEmpty {
            do {
                values.append((index + 1, try JSONDecoder().decode(type, from: Data(line))))
            } catch {
                let reason = (error as? DecodingError)?.plainWords ?? "\(error)"
                throw .malformedLine(
                    file: file(name), line: index + 1, expected: "a JSON object: \(reason)")
            }
        }
        return values
    }
}

/// One line of a text file with its columns.
struct LocaleRow {
    let file: String
    let line: Int
    let columns: [String]

    /// Works on bytes: going through a text by characters would take most of a program's start.
    static func parse(_ text: String, file: String) -> [LocaleRow] {
        var rows: [LocaleRow] = []
        let lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty && !isComment(line) {
            let columns = line.split(separator: tab, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            rows.append(LocaleRow(file: file, line: index + 1, columns: columns))
        }
        return rows
    }

    private static let newline = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")
    private static let space = UInt8(ascii: " ")

    /// `# ` starts a comment; `#` before anything else is data.
    private static func isComment(_ line: Substring.UTF8View) -> Bool {
        guard line.first == UInt8(ascii: "#") else { return false }
        return line.count == 1 || line.dropFirst().first == space
    }

    /// The row's columns when there are as many as wanted.
    func columns(_ count: Int, expected: String) throws(LocaleDataError) -> [String] {
        guard columns.count >= count, columns.prefix(count).allSatisfy({ !$0.isEmpty }) else {
            throw .malformedLine(file: file, line: line, expected: expected)
        }
        return columns
    }

    /// A column that holds a list.
    static func list(_ column: String) -> [String] {
        column.utf8.split(separator: UInt8(ascii: ",")).compactMap { item in
            var item = item
            while item.first == space { item.removeFirst() }
            while item.last == space { item.removeLast() }
            return item.isEmpty ? nil : String(decoding: item, as: UTF8.self)
        }
    }
}

extension DecodingError {
    /// The fault and its place in one lower-case phrase.
    package var plainWords: String {
        func place(_ context: Context) -> String {
            let path = context.codingPath.map { key in
                key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)"
            }.joined()
            return path.isEmpty
                ? "at the top level" : "at \(path.hasPrefix(".") ? String(path.dropFirst()) : path)"
        }
        switch self {
        case .keyNotFound(let key, let context):
            return "'\(key.stringValue)' is missing \(place(context))"
        case .typeMismatch(let type, let context): return "expected \(type) \(place(context))"
        case .valueNotFound(let type, let context):
            return "expected \(type), not null, \(place(context))"
        case .dataCorrupted(let context): return "\(context.debugDescription) \(place(context))"
        @unknown default: return "\(self)"
        }
    }
}
