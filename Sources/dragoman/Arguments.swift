/// Options and operands of one command.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: String] = [:]
    private var flags: Set<String> = []

    /// - Parameters:
    ///   - valued: options that take a value; `--option VALUE` or `--option=VALUE`.
    ///   - known: options that take none.
    init(_ words: [String], valued: Set<String>, flags known: Set<String>) throws(UsageError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard word.hasPrefix("--"), word.count > 2 else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            if known.contains(word) {
                flags.insert(word)
            } else if valued.contains(parts[0]) {
                guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                    throw UsageError(message: "\(parts[0]) needs a value", hint: nil)
                }
                values[parts[0]] = value
            } else {
                let near = EditDistance.nearest(to: word, in: Array(valued.union(known)))
                throw UsageError(
                    message: "unknown option '\(word)'", hint: near.map { "did you mean '\($0)'?" })
            }
        }
    }

    func value(_ option: String) -> String? { values[option] }
    func has(_ flag: String) -> Bool { flags.contains(flag) }
}

/// A word of the command line that cannot be used; exit 2.
struct UsageError: Error {
    let message: String
    let hint: String?
}

enum EditDistance {
    /// The word at most two edits away, if there is one.
    static func nearest(to word: String, in words: [String]) -> String? {
        words.map { (distance(word, $0), $0) }.filter { $0.0 <= 2 }.min { $0 < $1 }?.1
    }

    private static func distance(_ a: String, _ b: String) -> Int {
        let other = Array(b)
        var row = Array(0...other.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in other.enumerated() {
                let cost = left == right ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[other.count]
    }
}
