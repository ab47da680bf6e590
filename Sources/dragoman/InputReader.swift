internal import Glibc

/// Reads a file or stdin piece by piece.
final class InputReader {
    private let descriptor: Int32
    private let path: String
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)

    /// - Parameter path: a file's path, or `-` for stdin.
    init(_ path: String) throws(UsageError) {
        self.path = path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path) }
    }

    deinit { if descriptor > 0 { close(descriptor) } }

    /// True for what can be read; a folder may bear the name of an article.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }

    /// True for a file that may be run.
    static func isProgram(_ path: String) -> Bool { exists(path) && access(path, X_OK) == 0 }

    /// The next bytes, or `nil` at the end.
    func next() throws(UsageError) -> ArraySlice<UInt8>? {
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 { return buffer[..<count] }
            if count == 0 { return nil }
            if errno != EINTR { throw Self.unreadable(path) }
        }
    }

    private static func unreadable(_ path: String) -> UsageError {
        UsageError("\(path): cannot be read: \(String(cString: strerror(errno)))")
    }
}
