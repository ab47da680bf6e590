internal import Glibc

/// Keeps two writers of one corpus apart, be they processes or tasks; readers never ask for it.
///
/// A lock of the kernel: it ends with the process that holds it, however that ends.
struct CorpusLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the other writer, at most `patience` milliseconds.
    init(_ path: String, patience: Int = 30_000) throws(CorpusError) {
        descriptor = try Self.acquire(path, patience)
    }

    deinit { close(descriptor) }

    private static func acquire(_ path: String, _ patience: Int) throws(CorpusError) -> Int32 {
        try FileAccess.makeFolder(FileAccess.split(path).folder)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .unwritable(file: path, reason: String(cString: strerror(errno)))
        }
        var waited = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, waited < patience else {
                close(descriptor)
                throw .busy(path: path)
            }
            usleep(2_000)
            waited += 2
        }
        return descriptor
    }
}
