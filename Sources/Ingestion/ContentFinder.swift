/// Finds the element that holds the article: the one whose lines together speak most for it.
///
/// Each line has a score (``TextRun/score``); an element's is the sum of its lines', so that the best element is the
/// best-scoring run of lines that some element bounds. One pass over prefix sums finds it.
struct ContentFinder {
    private let tree: PageTree
    private let marks: ElementMarks

    init(_ tree: PageTree, _ marks: ElementMarks) {
        self.tree = tree
        self.marks = marks
    }

    /// - Returns: the range of `runs` that the article's element holds; empty when nothing looks like an article.
    func article(in runs: [TextRun]) -> Range<Int> {
        let sums = Self.sums(runs)
        var best = 0.0
        var range = 0..<0
        forEachElement(runs) { index, lines in
            let score = (sums[lines.upperBound] - sums[lines.lowerBound]) * marks.bonus(index)
            // The same lines in a smaller element: the smaller one tells more.
            if score > best || score == best && lines.count <= range.count {
                best = score
                range = lines
            }
        }
        return best > 3 ? range : 0..<0
    }

    static func sums(_ runs: [TextRun]) -> [Double] {
        var sums = [0.0]
        sums.reserveCapacity(runs.count + 1)
        for run in runs { sums.append(sums[sums.count - 1] + run.score) }
        return sums
    }

    /// Block elements in document order with the lines they hold.
    func forEachElement(_ runs: [TextRun], _ body: (Int, Range<Int>) -> Void) {
        let starts = lineStarts(runs)
        for (index, node) in tree.nodes.enumerated() where node.tag.isBlock {
            let lines = starts[index]..<starts[Int(node.end)]
            if !lines.isEmpty { body(index, lines) }
        }
    }

    /// For each line, where the smallest element ends that holds it and the line after it.
    ///
    /// Elements are taken from the inside out; `next` leads over lines that are done, so that no line is visited once
    /// for every element around it.
    func sectionEnds(_ runs: [TextRun]) -> [Int] {
        var elements: [Range<Int>] = []
        forEachElement(runs) { elements.append($1) }
        var ends = [Int](repeating: runs.count, count: runs.count)
        var next = Array(0...runs.count)
        for lines in elements.reversed() {
            var line = Self.skip(lines.lowerBound, &next)
            while line < lines.upperBound - 1 {
                ends[line] = lines.upperBound
                next[line] = line + 1
                line = Self.skip(line, &next)
            }
        }
        return ends
    }

    /// The first line at or after one that is not done; shortens the way for the next time.
    private static func skip(_ line: Int, _ next: inout [Int]) -> Int {
        var end = line
        while next[end] != end { end = next[end] }
        var at = line
        while next[at] != end, at != end { (at, next[at]) = (next[at], end) }
        return end
    }

    /// For each node, how many lines start before it.
    func lineStarts(_ runs: [TextRun]) -> [Int] {
        var starts = [Int](repeating: runs.count, count: tree.nodes.count + 1)
        var line = 0
        for index in tree.nodes.indices {
            while line < runs.count, runs[line].node < index { line += 1 }
            starts[index] = line
        }
        return starts
    }
}
