internal import LocaleData

/// What the names that a page gives its parts say of them.
///
/// The words are data (`page-hints.txt`). A name is split at hyphens, underscores and inner capitals: `entryContent`
/// and `entry-content` are one. Several words of an entry must stand next to each other.
struct PageHints: Sendable {
    private let kinds: [String: String]
    /// Single words by their first letters: `relatedposts` begins with `related`.
    private let starts: [Substring: [PageHint]]
    private static let shortestStart = 6
    /// Words that turn a name into a statement about the page: `has-sidebar`, `no-comments`.
    private static let switches: Set<String> = ["has", "no", "with", "without", "is", "not", "js"]
    private static let longestEntry = 3

    init(_ hints: [PageHint]) {
        kinds = Dictionary(hints.map { ($0.word, $0.kind) }) { first, _ in first }
        let long = hints.filter {
            $0.kind != "content" && $0.word.utf8.count >= Self.shortestStart
                && !$0.word.contains("-")
        }
        starts = Dictionary(grouping: long) { $0.word.prefix(Self.shortestStart) }
    }

    /// The kind of furniture, or `content`; furniture that is found first wins.
    ///
    /// - Parameter names: the values of `class` and `id`, ASCII or not.
    func kind(of names: ArraySlice<UInt8>) -> (kind: String, word: String)? {
        var content: (String, String)?
        for name in names.split(whereSeparator: { $0 <= 0x20 }) where name.count < 80 {
            let words = Self.words(name)
            guard let first = words.first, !Self.switches.contains(first) else { continue }
            for start in words.indices {
                var joined = ""
                for end in start..<min(words.count, start + Self.longestEntry) {
                    joined += (end > start ? "-" : "") + words[end]
                    guard let kind = kind(joined) else { continue }
                    if kind != "content" { return (kind, joined) }
                    content = content ?? (kind, joined)
                }
            }
        }
        return content
    }

    private func kind(_ name: String) -> String? {
        if let kind = kinds[name] { return kind }
        guard let near = starts[name.prefix(Self.shortestStart)] else { return nil }
        return near.first { name.hasPrefix($0.word) && !name.contains("-") }?.kind
    }

    private static func words(_ name: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var wasLower = false
        func flush() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        for byte in name {
            let isUpper = byte >= 0x41 && byte <= 0x5A
            if isUpper && wasLower { flush() }
            wasLower = byte >= 0x61 && byte <= 0x7A
            if isUpper {
                word.append(byte | 0x20)
            } else if wasLower || byte >= 0x80 {
                word.append(byte)
            } else {
                flush()
            }
        }
        flush()
        return words
    }
}
