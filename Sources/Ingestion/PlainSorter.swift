internal import TextCore

/// Sorts the lines of a plain text into headline, subheads, prose and furniture.
struct PlainSorter {
    private var lines: [TextRun]
    private let classifier: FurnitureClassifier
    private var titleLine: Int?
    private(set) var found: [String: String] = [:]

    init(_ blocks: [[UInt8]], _ classifier: FurnitureClassifier) {
        self.classifier = classifier
        lines = blocks.enumerated().map { index, text in
            let item = Self.listItem(text)
            return TextRun(
                text: item ?? text, node: index,
                kind: item == nil ? .paragraph : .listItem, level: 0, linkShare: 0,
                weight: Prose.weight(text), verdict: nil)
        }
    }

    var title: String? { titleLine.map { string($0) } }

    var articleBlocks: [Extraction.Block] {
        lines.indices.filter { lines[$0].verdict == nil && $0 != titleLine }.map {
            Extraction.Block(isSubhead($0) ? .subhead : lines[$0].kind, string($0))
        }
    }

    var furniture: [Extraction.Furniture] { Extraction.Furniture.all(in: lines) }

    mutating func sort() {
        matchPatterns()
        let prose = article()
        findTitle(before: prose.lowerBound)
        markRepeatedTitle()
        markAround(prose)
        markAfterPrompt()
    }

    private func string(_ line: Int) -> String { String(decoding: lines[line].text, as: UTF8.self) }

    /// A bullet that no dialogue begins with.
    private static func listItem(_ text: [UInt8]) -> [UInt8]? {
        for bullet in ["• ", "* ", "▪ ", "◦ ", "‣ ", "· "] where text.starts(with: bullet.utf8) {
            return Array(text.dropFirst(bullet.utf8.count))
        }
        return nil
    }

    private mutating func matchPatterns() {
        for index in lines.indices {
            guard let match = classifier.verdict(on: Text(utf8: lines[index].text)) else {
                continue
            }
            for (group, value) in match.groups { found[group] = found[group] ?? value }
            lines[index].verdict = .init(
                kind: match.kind, reason: "reads like furniture of the kind '\(match.kind)'")
        }
    }

    /// The stretch of lines whose scores add up to the most: menus before and after an article cost more than they
    /// bring.
    private func article() -> Range<Int> {
        var best = (sum: 0.0, range: 0..<0)
        var start = 0
        var sum = 0.0
        for index in lines.indices {
            if sum <= 0 {
                sum = 0
                start = index
            }
            let score = score(lines[index])
            // Furniture has no score; it begins no article.
            if sum == 0, score == 0 { continue }
            sum += score
            if sum > best.sum { best = (sum, start..<index + 1) }
        }
        return best.range.isEmpty ? 0..<lines.count : best.range
    }

    /// Without markup a long headline looks like prose but for its end.
    private func score(_ line: TextRun) -> Double {
        line.verdict != nil || line.weight >= 30 || line.endsSentence ? line.score : -1
    }

    /// The headline is a short line shortly before the prose; one that the breadcrumb or another line says too is
    /// surely it.
    private mutating func findTitle(before first: Int) {
        let limit = first == 0 ? min(1, lines.count) : first
        let candidates = (0..<limit).filter { index in
            lines[index].verdict == nil && !lines[index].endsSentence
                && (1...40).contains(lines[index].weight)
        }
        let near = candidates.suffix(8)
        let repeated = near.last { candidate in
            let key = Self.key(lines[candidate].text)
            return key.utf8.count > 8
                && lines[..<first].indices.contains {
                    $0 != candidate && Self.key(lines[$0].text).contains(key)
                }
        }
        titleLine = repeated ?? (candidates.count <= 3 ? candidates.first : near.last)
        guard lines.count > 1 || repeated != nil else {
            titleLine = nil
            return
        }
    }

    private mutating func markRepeatedTitle() {
        guard let titleLine else { return }
        let key = Self.key(lines[titleLine].text)
        guard !key.isEmpty else { return }
        for index in lines.indices
        where index != titleLine && lines[index].verdict == nil && lines[index].weight < 60
            && Self.key(lines[index].text) == key
        {
            lines[index].verdict = .init(kind: "headline", reason: "says the headline again")
        }
    }

    /// Short lines far from the prose. A few of them are no menu but part of the text.
    private mutating func markAround(_ prose: Range<Int>) {
        let before = (0..<prose.lowerBound).filter { lines[$0].verdict == nil && $0 != titleLine }
        let start = titleLine ?? 0
        for index in before where before.count > 3 || index < start {
            lines[index].verdict = .init(kind: "navigation", reason: "before the article")
        }
        let after = (prose.upperBound..<lines.count).filter { lines[$0].verdict == nil }
        for index in after where after.count > 3 {
            lines[index].verdict = .init(kind: "navigation", reason: "after the article")
        }
    }

    /// What follows a comment prompt near the end is comments.
    private mutating func markAfterPrompt() {
        let total = lines.reduce(0) { $0 + ($1.verdict == nil ? $1.weight : 0) }
        var before = 0.0
        var isAfter = false
        for index in lines.indices {
            if lines[index].verdict?.kind == "comments", before > 0.6 * total { isAfter = true }
            guard lines[index].verdict == nil else { continue }
            before += lines[index].weight
            if isAfter {
                lines[index].verdict = .init(kind: "comments", reason: "after the comment prompt")
            }
        }
    }

    /// A short line without an end mark between paragraphs.
    private func isSubhead(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.kind == .paragraph, (0.5...14).contains(line.weight), !line.endsSentence,
            ![0x3A, 0x2C, 0x3B].contains(line.text.last ?? 0)
        else { return false }
        let next = lines[(index + 1)...].first { $0.verdict == nil }
        return next?.isProse ?? false
    }

    private static func key(_ text: [UInt8]) -> String {
        guard text.count < 600 else { return "" }
        return Normalizer.fold(String(decoding: text, as: UTF8.self))
            .filter { $0.isLetter || $0.isNumber }
    }
}
