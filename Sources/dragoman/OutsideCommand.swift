internal import Glibc

/// A command of the user's that the shell runs.
struct OutsideCommand {
    private let line: String

    init(_ line: String) { self.line = line }

    /// - Parameter input: what the command reads on stdin; its messages go to stderr.
    /// - Returns: what it writes on stdout.
    func output(for input: [UInt8]) throws(UsageError) -> [UInt8] {
        // From a file, so that it may write before it has read everything.
        let stdin = try Self.unnamedFile(input)
        defer { close(stdin) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw failure(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        var child: pid_t = 0
        let code = start(&child, stdin, ends[1])
        close(ends[1])
        guard code == 0 else { throw failure(code) }
        let output = Self.read(ends[0])
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        guard status == 0 else {
            let code = status & 0x7F == 0 ? "exit code \(status >> 8 & 0xFF)" : "a signal"
            throw UsageError("'\(line)' ended with \(code)", hint: hint)
        }
        return output
    }

    private var hint: String { "it reads sentences on stdin and writes a vector for each" }

    private func failure(_ code: Int32) -> UsageError {
        UsageError("'\(line)' cannot be run: \(String(cString: strerror(code)))", hint: hint)
    }

    /// - Returns: an error code, or 0 where the child runs.
    private func start(_ child: inout pid_t, _ stdin: Int32, _ stdout: Int32) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, stdin, 0)
        posix_spawn_file_actions_adddup2(&actions, stdout, 1)
        var words: [UnsafeMutablePointer<CChar>?] = []
        for word in ["/bin/sh", "-c", line] { words.append(strdup(word)) }
        words.append(nil)
        defer { for word in words { free(word) } }
        return posix_spawn(&child, "/bin/sh", &actions, nil, &words, environ)
    }

    /// A file that is gone when it is closed, read from its beginning.
    private static func unnamedFile(_ bytes: [UInt8]) throws(UsageError) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var path = Array("\(folder)/dragoman.XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw unwritable(folder) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(path)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno != EINTR {
                close(descriptor)
                throw unwritable(folder)
            }
            written += max(0, count)
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    private static func unwritable(_ folder: String) -> UsageError {
        UsageError("\(folder): cannot be written: \(String(cString: strerror(errno)))")
    }

    private static func read(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 { bytes += buffer[..<count] }
            if count == 0 || count < 0 && errno != EINTR { return bytes }
        }
    }
}
