public import TextCore

/// Beads as the aligners of the field write them: `[0, 1]:[0]:0.9876`, sentence numbers from 0, the score optional.
public enum BeadLadder {
    /// A line of a ladder; a side may be empty, and its numbers need not be consecutive.
    public struct Link: Hashable, Sendable {
        public let source: [Int]
        public let target: [Int]

        public init(source: [Int], target: [Int]) {
            self.source = source
            self.target = target
        }
    }

    public static func write(_ beads: [Bead]) -> String {
        beads.map { bead in
            "[\(numbers(bead.source))]:[\(numbers(bead.target))]:\(UnitScore.text(bead.score))\n"
        }.joined()
    }

    /// Reads a ladder; blank lines and comments that begin with `#` are passed over.
    public static func read(_ text: String, file: String) throws(InterchangeError) -> [Link] {
        var links: [Link] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let line = String(line).filter { !$0.isWhitespace }
            if line.isEmpty || line.hasPrefix("#") { continue }
            let sides = line.split(separator: ":", omittingEmptySubsequences: false)
            guard (2...3).contains(sides.count), let source = list(sides[0]),
                let target = list(sides[1])
            else {
                throw .malformed(
                    file: file, line: number + 1, column: 1,
                    reason: "not two lists of sentence numbers, such as [0,1]:[0]")
            }
            links.append(Link(source: source, target: target))
        }
        return links
    }

    private static func numbers(_ range: Range<Int>) -> String {
        range.map(String.init).joined(separator: ", ")
    }

    private static func list(_ side: Substring) -> [Int]? {
        guard side.hasPrefix("["), side.hasSuffix("]"), side.utf8.count >= 2 else { return nil }
        let inside = side.dropFirst().dropLast()
        if inside.isEmpty { return [] }
        let numbers = inside.split(separator: ",", omittingEmptySubsequences: false)
            .map { Int($0) }
        return numbers.contains(nil) ? nil : numbers.compactMap { $0 }
    }
}
