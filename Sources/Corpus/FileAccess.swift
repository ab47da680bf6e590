internal import Glibc

/// Whole files in, whole files out: a reader sees the old file or the new one, never half of one.
enum FileAccess {
    /// A text beyond this is no article; it is refused before it fills the memory.
    static let sizeLimit = 256 << 20

    /// - Returns: `nil` when there is no such file.
    static func read(_ path: String) throws(CorpusError) -> [UInt8]? {
        // Without O_NONBLOCK a pipe put in the place of a text would hang the program.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .unreadable(file: path, reason: lastReason)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(file: path, reason: "it is not a file")
        }
        guard status.st_size <= sizeLimit else {
            throw .unreadable(file: path, reason: "it is larger than 256 MB")
        }
        return try read(descriptor, path, expected: Int(status.st_size))
    }

    private static func read(
        _ descriptor: Int32, _ path: String, expected: Int
    ) throws(CorpusError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        var buffer = [UInt8](repeating: 0, count: min(max(expected, 1), 1 << 16))
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(file: path, reason: lastReason) }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
        }
    }

    /// Writes beside, syncs, renames, syncs the folder: what returned is on the disk.
    ///
    /// The caller holds the corpus's lock, so a temporary file of that name is a dead process's and is overwritten.
    static func write(_ bytes: [UInt8], to path: String) throws(CorpusError) {
        // What is there already need not be written, and its date says when it changed.
        if let old = try? read(path), old == bytes { return }
        let (folder, name) = split(path)
        try makeFolder(folder)
        let temporary = "\(folder)/.\(name).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(file: path, reason: lastReason) }
        let isWritten = writeAll(bytes, descriptor) && fsync(descriptor) == 0
        let reason = lastReason
        guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
            let late = isWritten ? lastReason : reason
            unlink(temporary)
            throw .unwritable(file: path, reason: late)
        }
        try sync(folder: folder)
    }

    private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func sync(folder: String) throws(CorpusError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unwritable(file: folder, reason: lastReason) }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder and say so; there is nothing more to be done there.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw .unwritable(file: folder, reason: lastReason)
        }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(CorpusError) {
        if mkdir(path, 0o755) == 0 || isFolder(path) { return }
        guard errno == ENOENT else { throw .unwritable(file: path, reason: lastReason) }
        let (parent, _) = split(path)
        try makeFolder(parent)
        guard mkdir(path, 0o755) == 0 || isFolder(path) else {
            throw .unwritable(file: path, reason: lastReason)
        }
        try sync(folder: parent)
    }

    static func isFolder(_ path: String) -> Bool {
        let before = errno
        defer { errno = before }
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// True for anything but a folder.
    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }

    /// Names in a folder without hidden ones, sorted; none where there is no such folder.
    static func entries(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    static func remove(_ path: String) { unlink(path) }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }

    private static var lastReason: String { String(cString: strerror(errno)) }
}
