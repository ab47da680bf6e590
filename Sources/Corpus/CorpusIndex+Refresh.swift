internal import Glibc

/// Bringing the index up to date: articles whose files changed are read again, the others are left alone.
extension CorpusIndex {
    private static let batch = 200
    /// A file this young may change again within one tick of the clock, so its article is read again next time.
    private static let youth: Int64 = 50_000_000
    /// Stands for a signature that is not to be trusted.
    private static let unsettled: Int64 = 0

    func refresh() throws(CorpusError) {
        var known = try knownSignatures()
        let (slugs, _) = folder.slugs()
        var changed: [(slug: Slug, signature: Int64)] = []
        for slug in slugs {
            // Taken before the files are read: what changes in between is seen next time.
            let signature = ArticleSignature(folder.folder(slug))
            let stored = known.removeValue(forKey: slug.string)
            if stored != Int64(bitPattern: signature.value) {
                changed.append((slug, Self.settled(signature)))
            }
        }
        let gone = known.keys.sorted()
        refreshedCount = changed.count + gone.count
        guard refreshedCount > 0 else { return }
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
                for (slug, signature) in batch {
                    try writer.read(slug)
                    try writer.sign(slug, signature)
                }
            }
        }
    }

    private static func settled(_ signature: ArticleSignature) -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let time = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
        return time - signature.newest > youth ? Int64(bitPattern: signature.value) : unsettled
    }

    private func knownSignatures() throws(CorpusError) -> [String: Int64] {
        var known: [String: Int64] = [:]
        try database.prepare("SELECT slug, signature FROM article").rows { row in
            known[row.string(0)] = row.integer(1)
        }
        return known
    }
}
