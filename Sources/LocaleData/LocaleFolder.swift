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

    static func parse(_ text: String, file: String) -> [LocaleRow] {
        var rows: [LocaleRow] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.isEmpty || line.hasPrefix("# ") || line == "#" { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init)
            rows.append(LocaleRow(file: file, line: index + 1, columns: columns))
        }
        return rows
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
        column.split(separator: ",").map { item in
            String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
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
