internal import Glibc
internal import Names

/// An index that is built in files: beside its place, where it goes when it is whole.
final class IndexOnDisk: IndexStorage {
    private let path: String
    private let temporary: String
    private let index: Int32
    private let runs: Int32
    private var isDone = false

    init(_ path: String) throws(WorkbenchError) {
        self.path = path
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        // The number keeps two builds apart; the later one to end stays.
        temporary = "\(path[..<slash]).\(path[slash...]).\(getpid()).tmp"
        index = Self.create(temporary)
        guard index >= 0 else { throw Self.unwritable(path) }
        let scratch = temporary + "-runs"
        runs = Self.create(scratch)
        guard runs >= 0 else {
            let problem = Self.unwritable(path)
            close(index)
            unlink(temporary)
            throw problem
        }
        // Without a name it is gone as soon as it is closed, however the program ends.
        unlink(scratch)
    }

    deinit {
        close(index)
        close(runs)
        if !isDone { unlink(temporary) }
    }

    private static func create(_ path: String) -> Int32 {
        open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }

    private static func unwritable(_ path: String) -> WorkbenchError {
        WorkbenchError("\(path): cannot be written: \(String(cString: strerror(errno)))")
    }

    func append(_ bytes: [UInt8], to file: IndexFile) throws(NameIndexError) {
        let descriptor = file == .index ? index : runs
        guard lseek(descriptor, 0, SEEK_END) >= 0 else { throw Self.failed }
        try write(bytes, descriptor)
    }

    func overwriteStart(_ bytes: [UInt8]) throws(NameIndexError) {
        guard lseek(index, 0, SEEK_SET) == 0 else { throw Self.failed }
        try write(bytes, index)
    }

    private func write(_ bytes: [UInt8], _ descriptor: Int32) throws(NameIndexError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Self.failed }
            rest = rest.dropFirst(count)
        }
    }

    func read(_ file: IndexFile, _ range: Range<Int>) throws(NameIndexError) -> [UInt8] {
        let descriptor = file == .index ? index : runs
        var bytes = [UInt8](repeating: 0, count: range.count)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes { room in
                pread(
                    descriptor, room.baseAddress.map { $0 + done }, room.count - done,
                    range.lowerBound + done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Self.failed }
            done += count
        }
        return bytes
    }

    /// Puts the index into its place: whoever opens it finds the old one or this.
    func publish() throws(NameIndexError) {
        guard fsync(index) == 0, rename(temporary, path) == 0 else { throw Self.failed }
        isDone = true
    }

    private static var failed: NameIndexError {
        .storage(reason: String(cString: strerror(errno)))
    }
}
