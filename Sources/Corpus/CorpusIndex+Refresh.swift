internal import Glibc
internal import TextCore

/// Bringing the index up to date: articles whose files changed are read again, the others are left alone.
extension CorpusIndex {
    /// Stamps of the files of an article by their names in its folder.
    private typealias Stamps = [String: FileStamp]

    private static let batch = 200
    /// A file this young may change again without its stamp changing, so it is read again next time.
    private static let youth: Int64 = 50_000_000

    func refresh() throws(CorpusError) {
        var known = try knownStamps()
        let (slugs, _) = folder.slugs()
        var changed: [(slug: Slug, stamps: Stamps)] = []
        for slug in slugs {
            let stamps = self.stamps(slug)
            if known.removeValue(forKey: slug.string) != stamps { changed.append((slug, stamps)) }
        }
        let gone = known.keys.sorted()
        refreshedCount = changed.count + gone.count
        guard !changed.isEmpty || !gone.isEmpty else { return }
        let writer = try IndexWriter(self)
        if !gone.isEmpty {
            try database.transaction { () throws(CorpusError) in
                for slug in gone { try writer.forget(slug) }
            }
        }
        // In batches: a rebuild that is interrupted goes on where it was.
        for start in stride(from: 0, to: changed.count, by: Self.batch) {
            let batch = changed[start..<min(start + Self.batch, changed.count)]
            try database.transaction { () throws(CorpusError) in
                for (slug, stamps) in batch {
                    try writer.read(slug)
                    try writer.store(slug, stamps.mapValues(Self.aged))
                }
            }
        }
    }

    private static func aged(_ stamp: FileStamp) -> FileStamp {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let age = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec) - stamp.modified
        return age > youth
            ? stamp : FileStamp(size: stamp.size, modified: -1, inode: stamp.inode)
    }

    private func knownStamps() throws(CorpusError) -> [String: Stamps] {
        var known: [String: Stamps] = [:]
        var slug = ""
        var stamps: Stamps = [:]
        try database.prepare("SELECT slug, name, size, modified, inode FROM file ORDER BY slug")
            .rows { row in
                let next = row.string(0)
                if next != slug {
                    if !stamps.isEmpty { known[slug] = stamps }
                    (slug, stamps) = (next, [:])
                }
                stamps[row.string(1)] = FileStamp(
                    size: row.integer(2), modified: row.integer(3), inode: row.integer(4))
            }
        if !stamps.isEmpty { known[slug] = stamps }
        return known
    }

    /// The article's folder itself counts too, so that an empty one is remembered.
    private func stamps(_ slug: Slug) -> Stamps {
        let path = folder.folder(slug)
        var stamps: Stamps = [".": FileStamp(size: 0, modified: 0, inode: 0)]
        for name in FileAccess.entries(path) where name.hasSuffix(".md") || name == "article.json" {
            stamps[name] = FileAccess.stamp("\(path)/\(name)")
        }
        for name in FileAccess.entries("\(path)/alignments") {
            stamps["alignments/\(name)"] = FileAccess.stamp("\(path)/alignments/\(name)")
        }
        return stamps
    }
}
