internal import TextCore

/// Goes through an article's lines with the patterns of its language and sorts out what is no prose of it.
struct LineSorter {
    private var runs: [TextRun]
    private let article: Range<Int>
    private let title: String
    private let headings: Set<String>
    private let classifier: FurnitureClassifier
    private let sectionEnds: [Int]
    /// What furniture tells of the article: `author`, `date`.
    private(set) var found: [String: String] = [:]

    init(
        _ lines: ArticleLines, title: String?, headings: [String], _ classifier: FurnitureClassifier
    ) {
        runs = lines.runs
        sectionEnds = lines.sectionEnds
        article = lines.article
        self.title = Self.key(title ?? "")
        self.headings = Set(headings.map(Self.key))
        self.classifier = classifier
    }

    var blocks: [Extraction.Block] {
        runs[article].filter { $0.verdict == nil }.map {
            Extraction.Block($0.kind, String(decoding: $0.text, as: UTF8.self))
        }
    }

    var furniture: [Extraction.Furniture] { Extraction.Furniture.all(in: runs) }

    mutating func sort() {
        matchLines()
        dropRepeated()
        dropGalleries()
        trimStart()
        trimEnd()
        dropEmptySubheads()
        for index in runs.indices where !article.contains(index) { learn(runs[index]) }
    }

    private mutating func matchLines() {
        let total = runs[article].reduce(0) { $0 + ($1.verdict == nil ? $1.weight : 0) }
        var before = 0.0
        for index in article where runs[index].verdict == nil {
            let run = runs[index]
            before += run.weight
            // Matching costs time; notices of any length stand at the end.
            let limit = before < 0.15 * total ? 30 : before > 0.7 * total ? 100 : 16.0
            guard run.weight < limit else { continue }
            guard let verdict = Self.residue(run) ?? headline(run) ?? pattern(run) else {
                continue
            }
            runs[index].verdict = verdict
            dropSection(index, verdict, rest: total - before, total)
        }
    }

    /// What stands under a heading such as "You may also like", in the same element.
    private mutating func dropSection(
        _ index: Int, _ verdict: TextRun.Verdict, rest: Double, _ total: Double
    ) {
        guard Self.sectionKinds.contains(verdict.kind), runs[index].weight < 8,
            !runs[index].endsSentence, !runs[index].isLink
        else { return }
        let lines = (index + 1)..<max(index + 1, min(sectionEnds[index], article.upperBound))
        let own = runs[lines].reduce(0) { $0 + ($1.verdict == nil ? $1.weight : 0) }
        guard own < 0.85 * total, total - rest >= 40 else { return }
        for line in lines where runs[line].verdict == nil {
            let level = runs[line].level
            if level > 0, runs[index].level > 0, level <= runs[index].level { break }
            runs[line].verdict = .init(
                kind: verdict.kind, reason: "under a heading of the kind '\(verdict.kind)'")
        }
    }

    private static let sectionKinds: Set<String> = ["related", "comments", "newsletter"]

    /// A caption that was there before, word for word, is the page's doing.
    private mutating func dropRepeated() {
        var seen: Set<[UInt8]> = []
        for index in article where runs[index].verdict == nil {
            guard runs[index].kind == .caption,
                !seen.insert(runs[index].text).inserted
            else { continue }
            runs[index].verdict = .init(kind: "caption", reason: "was there before")
        }
    }

    /// Three captions and more without prose between them belong to a gallery.
    private mutating func dropGalleries() {
        var captions: [Int] = []
        func isOver(_ run: TextRun) -> Bool { run.kind != .caption && run.isProse }
        for index in article where runs[index].verdict == nil {
            if runs[index].kind == .caption { captions.append(index) }
            if isOver(runs[index]) { captions = dropGallery(captions) }
        }
        _ = dropGallery(captions)
    }

    private mutating func dropGallery(_ captions: [Int]) -> [Int] {
        guard captions.count >= 3 else { return [] }
        for index in captions {
            runs[index].verdict = .init(kind: "caption", reason: "one of a gallery")
        }
        return []
    }

    private static func key(_ text: String) -> String {
        Normalizer.fold(text).filter { $0.isLetter || $0.isNumber }
    }

    /// What is no language: signs, bare numbers outside lists and tables, markup that was meant for another reader.
    private static func residue(_ run: TextRun) -> TextRun.Verdict? {
        if run.text.first == 0x3C, run.text.last == 0x3E, run.text.contains(0x3D) {
            return .init(kind: "navigation", reason: "is markup")
        }
        guard run.kind == .paragraph, run.text.count < 16, !hasLetter(run.text) else { return nil }
        return .init(kind: "navigation", reason: "has no letters")
    }

    private static func hasLetter(_ bytes: [UInt8]) -> Bool {
        let text = Text(utf8: bytes)
        var offset = 0
        while offset < text.count {
            let (scalar, next) = text.scalar(at: offset)
            if CharacterTable.shared.isLetter(scalar) { return true }
            offset = next
        }
        return false
    }

    private func headline(_ run: TextRun) -> TextRun.Verdict? {
        guard run.level > 0 || run.weight < 30 else { return nil }
        let key = Self.key(String(decoding: run.text, as: UTF8.self))
        guard !key.isEmpty, key == title || run.level == 1 && headings.contains(key) else {
            return nil
        }
        return .init(kind: "headline", reason: "says the headline again")
    }

    private mutating func pattern(_ run: TextRun) -> TextRun.Verdict? {
        guard let match = classifier.verdict(on: Text(utf8: run.text)) else { return nil }
        for (group, value) in match.groups { found[group] = found[group] ?? value }
        if match.kind == "caption", run.kind == .caption { return nil }
        return .init(kind: match.kind, reason: "reads like furniture of the kind '\(match.kind)'")
    }

    /// Lines around the article may still tell its date and author.
    private mutating func learn(_ run: TextRun) {
        guard found["date"] == nil || found["author"] == nil, run.weight < 20,
            run.verdict?.kind == "byline" || run.verdict?.kind == "date",
            let match = classifier.verdict(on: Text(utf8: run.text))
        else { return }
        for (group, value) in match.groups { found[group] = found[group] ?? value }
    }

    /// Short lines before the first prose: section, time, counters.
    private mutating func trimStart() {
        for index in article where runs[index].verdict == nil {
            let run = runs[index]
            if run.isProse || run.kind == .listItem || run.kind == .tableRow || run.weight >= 8 {
                break
            }
            if run.level > 0, run.level < 4 { continue }
            runs[index].verdict = .init(kind: "navigation", reason: "short, before the first prose")
        }
    }

    /// Short lines and links after the last prose.
    private mutating func trimEnd() {
        for index in article.reversed() where runs[index].verdict == nil {
            let run = runs[index]
            if !run.isLink,
                run.isProse || run.kind == .listItem || run.kind == .tableRow || run.weight >= 8
            {
                break
            }
            runs[index].verdict = .init(kind: "navigation", reason: "short, after the last prose")
        }
    }

    /// A subhead whose text went with the furniture goes with it.
    private mutating func dropEmptySubheads() {
        var isFollowed = false
        var isNextFurniture = false
        for index in article.reversed() {
            let run = runs[index]
            if run.verdict != nil {
                isNextFurniture = true
            } else if run.level == 0 {
                isFollowed = true
                isNextFurniture = false
            } else if !isFollowed || isNextFurniture && run.isLink {
                runs[index].verdict = .init(kind: "related", reason: "a heading without text")
            }
        }
    }
}
