internal import FoundationEssentials

/// Vectors of sentences as encoders print them: one a line, as numbers between blanks or commas, as a JSON array, or as a
/// JSON object with the array under `vector` or `embedding`.
public enum VectorLines {
    private struct Line: Decodable {
        let vector: [Float]?
        let embedding: [Float]?
    }

    /// - Parameter file: the name that errors carry.
    /// - Returns: vectors of one dimension, which is above 0, in the order of their lines.
    public static func read(
        _ bytes: [UInt8], file: String
    ) throws(InterchangeError) -> [[Float]] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        var vectors: [[Float]] = []
        for (index, line) in lines.enumerated() {
            do throws(Problem) {
                let vector = try vector(line)
                if let first = vectors.first, first.count != vector.count {
                    throw .init(
                        "\(vector.count) numbers, where line 1 has \(first.count)", offset: 0)
                }
                vectors.append(vector)
            } catch {
                throw .malformed(
                    file: file, line: index + 1, column: error.offset + 1, reason: error.reason)
            }
        }
        return vectors
    }

    private struct Problem: Error {
        let reason: String
        /// In bytes from the beginning of the line.
        let offset: Int

        init(_ reason: String, offset: Int) {
            self.reason = reason
            self.offset = offset
        }
    }

    private static func vector(_ line: ArraySlice<UInt8>) throws(Problem) -> [Float] {
        guard let first = line.firstIndex(where: { !isSeparator($0) }) else {
            throw Problem("no vector: a line holds the numbers of one sentence", offset: 0)
        }
        if line[first] == UInt8(ascii: "{") { return try object(line) }
        guard line[first] == UInt8(ascii: "[") else { return try numbers(line, in: line) }
        guard let last = line.lastIndex(where: { !isSeparator($0) }), line[last] == 0x5D else {
            throw Problem("a vector that begins with '[' ends with ']'", offset: line.count)
        }
        return try numbers(line[first + 1..<last], in: line)
    }

    private static func object(_ line: ArraySlice<UInt8>) throws(Problem) -> [Float] {
        let object = try? JSONDecoder().decode(Line.self, from: Data(line))
        guard let vector = object?.vector ?? object?.embedding, !vector.isEmpty else {
            throw Problem("expected an object with 'vector' or 'embedding'", offset: 0)
        }
        return vector
    }

    private static func numbers(
        _ part: ArraySlice<UInt8>, in line: ArraySlice<UInt8>
    ) throws(Problem) -> [Float] {
        var numbers: [Float] = []
        for field in part.split(whereSeparator: isSeparator) {
            let word = String(decoding: field, as: UTF8.self)
            guard let number = Float(word), number.isFinite else {
                throw Problem(
                    "'\(word.prefix(20))' is no number of a vector",
                    offset: field.startIndex - line.startIndex)
            }
            numbers.append(number)
        }
        guard !numbers.isEmpty else { throw Problem("an empty vector", offset: 0) }
        return numbers
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == UInt8(ascii: ",")
    }
}
