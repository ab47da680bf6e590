internal import TextCore

/// A page's lines, those of the article told from those around it by structure alone.
struct ArticleLines: Sendable {
    /// All lines, in page order; what is certainly around the article has a verdict.
    let runs: [TextRun]
    /// Those of the element that holds the article.
    let article: Range<Int>
    /// For each line, where the smallest element ends that holds it and the line after it.
    let sectionEnds: [Int]

    /// An element that holds so much of the page's prose is no furniture, whatever it is called.
    private static let largestShare = 0.4
    /// Comments may be much longer than the article.
    private static let largestCommentShare = 0.95

    init(_ tree: PageTree, _ marks: ElementMarks) {
        var collector = RunCollector(tree, marks)
        collector.collect()
        var runs = collector.runs
        let finder = ContentFinder(tree, marks)
        Self.exclude(collector.exclusions, finder.lineStarts(runs), tree, &runs)
        Self.markRepeated(&runs)
        let article = finder.article(in: runs)
        Self.dropLinkLists(finder, article, &runs)
        for index in runs.indices where !article.contains(index) && runs[index].verdict == nil {
            runs[index].verdict = .init(kind: "navigation", reason: "outside the article")
        }
        self.runs = runs
        self.article = article
        sectionEnds = finder.sectionEnds(runs)
    }

    /// The article's prose, or the whole page's where there is no article.
    var prose: Text {
        var bytes: [UInt8] = []
        for run in article.isEmpty ? runs[...] : runs[article]
        where (article.isEmpty || run.verdict == nil) && bytes.count < 1 << 16 {
            bytes += run.text + [0x0A]
        }
        return Text(utf8: bytes)
    }

    /// Gives the lines of furniture elements their verdict, unless an element holds too much to be furniture.
    private static func exclude(
        _ exclusions: [RunCollector.Exclusion], _ starts: [Int], _ tree: PageTree,
        _ runs: inout [TextRun]
    ) {
        var prose = [0.0]
        var headings = [0]
        for run in runs {
            prose.append(prose[prose.count - 1] + (run.isProse ? run.weight : 0))
            headings.append(headings[headings.count - 1] + (run.level == 1 ? 1 : 0))
        }
        let total = prose[prose.count - 1]
        var done = 0
        for exclusion in exclusions where exclusion.node >= done {
            let lines = starts[exclusion.node]..<starts[exclusion.end]
            let own = prose[lines.upperBound] - prose[lines.lowerBound]
            let limit = exclusion.verdict.kind == "comments" ? largestCommentShare : largestShare
            if own > 25, own > limit * total { continue }
            // The headline stands in no furniture but a page's head.
            if headings[lines.upperBound] > headings[lines.lowerBound], own > 0.2 * total {
                continue
            }
            done = exclusion.end
            for line in lines { runs[line].verdict = exclusion.verdict }
        }
    }

    private static func markRepeated(_ runs: inout [TextRun]) {
        var seen: Set<[UInt8]> = []
        var repeated: [Int] = []
        for index in runs.indices where runs[index].verdict == nil && runs[index].weight >= 12 {
            if !seen.insert(runs[index].text).inserted { repeated.append(index) }
        }
        // Filler text and refrains say little over and over; an article says much twice.
        guard seen.count >= 8 else { return }
        for index in repeated { runs[index].isRepeated = true }
    }

    /// Inside the article, elements that are mostly links: boxes of related articles, tags, menus, teasers.
    private static func dropLinkLists(
        _ finder: ContentFinder, _ article: Range<Int>, _ runs: inout [TextRun]
    ) {
        let tallies = LinkTallies(runs)
        var dropped = article.lowerBound
        finder.forEachElement(runs) { _, lines in
            guard lines.lowerBound >= dropped, lines.upperBound <= article.upperBound,
                lines.count < article.count, tallies.isLinkList(lines, in: article)
            else { return }
            dropped = lines.upperBound
            for line in lines where runs[line].verdict == nil {
                runs[line].verdict = .init(kind: "related", reason: "mostly links")
            }
        }
    }
}

/// Sums over lines, to judge any stretch of them at once.
private struct LinkTallies {
    private var scores = [0.0]
    private var weights = [0.0]
    private var linked = [0.0]
    private var links = [0]
    private var prose = [0]
    private var linkedItems = [0]

    init(_ runs: [TextRun]) {
        scores = ContentFinder.sums(runs)
        for (index, run) in runs.enumerated() {
            let counts = run.verdict == nil
            weights.append(weights[index] + (counts ? run.weight : 0))
            linked.append(linked[index] + (counts ? run.weight * run.linkShare : 0))
            links.append(links[index] + (counts && run.isLink ? 1 : 0))
            prose.append(prose[index] + (counts && run.isProse ? 1 : 0))
            let isTeaser = counts && run.kind == .listItem && run.linkShare > 0.15
            linkedItems.append(linkedItems[index] + (isTeaser ? 1 : 0))
        }
    }

    func isLinkList(_ lines: Range<Int>, in article: Range<Int>) -> Bool {
        let (from, to) = (lines.lowerBound, lines.upperBound)
        let weight = weights[to] - weights[from]
        if scores[to] - scores[from] < -2 { return linked[to] - linked[from] > weight * 0.4 }
        // What nearly all of an article's words are in is the article.
        let whole = weights[article.upperBound] - weights[article.lowerBound]
        guard weight < 0.75 * whole else { return false }
        if to - from >= 4, linkedItems[to] - linkedItems[from] == to - from {
            return linked[to] - linked[from] > weight * 0.25
        }
        // Teasers: each a link and a sentence or two.
        let (linkCount, proseCount) = (links[to] - links[from], prose[to] - prose[from])
        return linkCount >= 4 && linkCount >= proseCount && weight < 50 * Double(linkCount)
    }
}
