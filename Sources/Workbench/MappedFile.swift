internal import Glibc
internal import Names

/// A file's bytes where the kernel keeps them; pages are read when they are looked at.
final class MappedFile: ByteSource, @unchecked Sendable {
    // Safe: the mapping is read alone, and stands until the last reader lets go of this.
    private let bytes: UnsafeRawBufferPointer

    /// - Throws: with the file and the reason. An index is replaced as a whole and never cut, so that what was mapped
    ///   stays readable.
    init(_ path: String) throws(WorkbenchError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.unreadable(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw WorkbenchError("\(path): not a file")
        }
        guard status.st_size > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let size = Int(status.st_size)
        guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
            address != MAP_FAILED
        else { throw Self.unreadable(path) }
        bytes = UnsafeRawBufferPointer(start: address, count: size)
    }

    deinit {
        guard let start = bytes.baseAddress else { return }
        munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }

    func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result { try body(bytes) }

    private static func unreadable(_ path: String) -> WorkbenchError {
        WorkbenchError("\(path): cannot be read: \(String(cString: strerror(errno)))")
    }
}
