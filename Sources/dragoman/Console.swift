internal import Glibc

/// The way out: results to stdout, everything else to stderr. A closed pipe ends the program quietly.
enum Console {
    static func out(_ text: String) { out(Array(text.utf8)) }
    static func out(_ bytes: [UInt8]) { write(bytes, to: 1) }
    static func error(_ text: String) { write(Array((text + "\n").utf8), to: 2) }
    /// Without a line end, for what is written over again.
    static func progress(_ text: String) { write(Array(text.utf8), to: 2) }

    /// Replaces a file's content.
    static func write(_ bytes: [UInt8], toFile path: String) throws(UsageError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw UsageError("\(path): cannot be written: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        write(bytes, to: descriptor)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    exit(errno == EPIPE ? 0 : 3)
                }
                written += count
            }
        }
    }

    /// Reads a file, or stdin for `-`.
    static func read(_ path: String) throws(UsageError) -> [UInt8] {
        let reader = try InputReader(path)
        var bytes: [UInt8] = []
        while let chunk = try reader.next() { bytes += chunk }
        return bytes
    }
}
