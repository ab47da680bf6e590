internal import Glibc

/// One number for the state of an article's files: as long as it stays the same, so do their bytes.
///
/// A sum over the files of a digest of name, size, dates and inode, so the order in which a folder lists them does not
/// matter. Reading the signatures of a whole corpus is most of what a status costs; nothing here is allocated.
struct ArticleSignature {
    private(set) var value: UInt64 = 1
    /// When a file was last changed, in nanoseconds since 1970.
    private(set) var newest: Int64 = 0

    /// - Parameter path: the article's folder.
    init(_ path: String) {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        add(folder, salt: 1) { $0.hasSuffix(".md") || $0.isEqual("article.json") }
        guard let inner = opendir("\(path)/alignments") else { return }
        defer { closedir(inner) }
        add(inner, salt: 2) { $0.hasSuffix(".json") }
    }

    private mutating func add(_ folder: OpaquePointer, salt: UInt64, _ counts: (FileName) -> Bool) {
        let descriptor = dirfd(folder)
        while let entry = readdir(folder) {
            withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { chars in
                    let name = FileName(chars: chars, count: strlen(chars))
                    var status = stat()
                    if counts(name), fstatat(descriptor, chars, &status, 0) == 0 {
                        add(name, status, salt)
                    }
                }
            }
        }
    }

    private mutating func add(_ name: FileName, _ status: stat, _ salt: UInt64) {
        let modified = Self.nanoseconds(status.st_mtim)
        let changed = Self.nanoseconds(status.st_ctim)
        newest = max(newest, modified, changed)
        var digest = salt
        for offset in 0..<name.count {
            digest = Self.mix(digest, UInt64(UInt8(bitPattern: name.chars[offset])))
        }
        for part in [Int64(status.st_size), modified, changed, Int64(status.st_ino)] {
            digest = Self.mix(digest, UInt64(bitPattern: part))
        }
        value &+= digest
    }

    /// One round of a multiplicative hash; the shift brings the high bits back down.
    private static func mix(_ digest: UInt64, _ part: UInt64) -> UInt64 {
        let product = (digest ^ part) &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

/// A name as the kernel gives it.
private struct FileName {
    let chars: UnsafePointer<CChar>
    let count: Int

    func hasSuffix(_ suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        return count >= length
            && memcmp(chars + (count - length), suffix.utf8Start, length) == 0
            && chars[0] != CChar(UInt8(ascii: "."))
    }

    func isEqual(_ name: StaticString) -> Bool {
        count == name.utf8CodeUnitCount && hasSuffix(name)
    }
}
