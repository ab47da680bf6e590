internal import Glibc
internal import Interchange

/// Reads a gazetteer line by line out of a file or stdin, plain or packed by gzip, in bounded memory.
final class GazetteerFeed {
    private let path: String
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private var inflation: InflationStream?
    private var isFirst = true
    /// How many bytes of the file were read, and how many it has; none for a stream.
    private(set) var done = 0
    let size: Int

    private static let piece = 1 << 18
    /// A line beyond this is none of a gazetteer; the longest entities of Wikidata take some megabytes.
    private static let longestLine = 64 << 20

    /// - Parameter path: a file's path, or `-` for stdin.
    init(_ path: String) throws(WorkbenchError) {
        self.path = path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path) }
        var status = stat()
        size =
            fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            ? Int(status.st_size) : 0
    }

    deinit { if descriptor > 0 { close(descriptor) } }

    /// The lines that the next piece ends, without their `\n`; `nil` at the end.
    func next() throws(WorkbenchError) -> [ArraySlice<UInt8>]? {
        var piece = [UInt8](repeating: 0, count: Self.piece)
        let count = try read(into: &piece)
        guard count > 0 else { return try last() }
        done += count
        try add(piece[..<count])
        var lines: [ArraySlice<UInt8>] = []
        var start = pending.startIndex
        while let end = pending[start...].firstIndex(of: 0x0A) {
            lines.append(pending[start..<end])
            start = end + 1
        }
        guard pending.count - start <= Self.longestLine else {
            throw WorkbenchError("\(path): a line of more than 64 MB", hint: "is it a gazetteer?")
        }
        pending = Array(pending[start...])
        return lines
    }

    private func add(_ bytes: ArraySlice<UInt8>) throws(WorkbenchError) {
        if isFirst, InflationStream.isPacked(bytes) { inflation = InflationStream() }
        isFirst = false
        guard let inflation else {
            pending += bytes
            return
        }
        guard inflation.unpack(bytes, { pending += $0 }) else {
            throw WorkbenchError("\(path): damaged: gzip cannot unpack it beyond byte \(done)")
        }
    }

    /// A last line may lack its end.
    private func last() throws(WorkbenchError) -> [ArraySlice<UInt8>]? {
        if let inflation, !inflation.isWhole {
            throw WorkbenchError("\(path): cut off: gzip expects more after byte \(done)")
        }
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return [pending[...]]
    }

    private func read(into piece: inout [UInt8]) throws(WorkbenchError) -> Int {
        while true {
            let count = piece.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 { return count }
            if errno != EINTR { throw Self.unreadable(path) }
        }
    }

    private static func unreadable(_ path: String) -> WorkbenchError {
        WorkbenchError("\(path): cannot be read: \(String(cString: strerror(errno)))")
    }
}
