internal import Alignment
internal import Interchange

/// Vectors from outside for the sentences of a pair, by an encoder of the user's own.
public enum PairVectors {
    /// Lines of vectors with the name that errors carry.
    public struct Lines: Sendable {
        public let bytes: [UInt8]
        public let name: String

        public init(_ bytes: [UInt8], name: String) {
            self.bytes = bytes
            self.name = name
        }
    }

    /// What an encoder reads: the sentences of the source, then those of the target, one a line.
    public static func lines(for pair: AlignmentService.Pair) -> String {
        (pair.source.sentences + pair.target.sentences).map { sentence in
            sentence.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
        }.joined()
    }

    /// A pair with a vector for each sentence.
    ///
    /// - Parameter both: vectors for the sentences of the source, then for those of the target.
    /// - Throws: where a line holds no vector, or another number of vectors than there are sentences.
    public static func add(
        _ both: Lines, to pair: AlignmentService.Pair
    ) throws(WorkbenchError) -> AlignmentService.Pair {
        let vectors = try read(both)
        let sourceCount = pair.source.sentences.count
        let count = sourceCount + pair.target.sentences.count
        try check(both, vectors, count, "\(count) sentences of both sides")
        return try add(
            Array(vectors[..<sourceCount]), Array(vectors[sourceCount...]), both.name, pair)
    }

    /// A pair with a vector for each sentence, of each side from a file of its own.
    public static func add(
        source: Lines, target: Lines, to pair: AlignmentService.Pair
    ) throws(WorkbenchError) -> AlignmentService.Pair {
        let (from, to) = (try read(source), try read(target))
        let (sources, targets) = (pair.source.sentences.count, pair.target.sentences.count)
        try check(source, from, sources, "\(sources) sentences of the source")
        try check(target, to, targets, "\(targets) sentences of the target")
        return try add(from, to, target.name, pair)
    }

    private static func read(_ lines: Lines) throws(WorkbenchError) -> [[Float]] {
        do throws(InterchangeError) {
            return try VectorLines.read(lines.bytes, file: lines.name)
        } catch {
            throw WorkbenchError(
                "\(error)", hint: "a line is one sentence's vector: numbers, or a JSON array")
        }
    }

    private static func check(
        _ lines: Lines, _ vectors: [[Float]], _ count: Int, _ what: String
    ) throws(WorkbenchError) {
        guard vectors.count != count else { return }
        let line = min(vectors.count, count) + 1
        throw WorkbenchError(
            "\(lines.name):\(line): \(vectors.count) vectors for \(what)",
            hint: "vectors stand in the order of the sentences; '--lines' takes these as given")
    }

    private static func add(
        _ source: [[Float]], _ target: [[Float]], _ name: String, _ pair: AlignmentService.Pair
    ) throws(WorkbenchError) -> AlignmentService.Pair {
        if let from = source.first, let to = target.first, from.count != to.count {
            throw WorkbenchError(
                "\(name):1: \(to.count) numbers, where the source's vectors have \(from.count)",
                hint: "one encoder must make the vectors of both sides")
        }
        guard let from = SentenceVectors(source), let to = SentenceVectors(target) else {
            throw WorkbenchError("\(name): vectors of different dimensions")
        }
        return AlignmentService.Pair(
            source: pair.source.with(from), target: pair.target.with(to), earlier: pair.earlier,
            settled: pair.settled)
    }
}
