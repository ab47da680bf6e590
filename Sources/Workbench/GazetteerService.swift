internal import Glibc
internal import Interchange
internal import LocaleData
internal import Names
public import TextCore

/// Gazetteers made ready to be looked up in: files of names, indexes built from them, and the names that a corpus knows.
public struct GazetteerService: Sendable {
    /// What building an index tells as it goes on.
    public struct Report: Sendable {
        public internal(set) var names = 0
        /// Lines that could not be read and were passed over.
        public internal(set) var failures = 0
    }

    private let names: NameService

    public init(_ names: NameService) { self.names = names }

    /// Names in memory, for one run.
    public func gazetteer(_ known: [KnownName]) throws(WorkbenchError) -> NameService.Gazetteer {
        let forms = known.flatMap { name in
            name.forms.sorted { $0.key < $1.key }.flatMap { language, forms in
                forms.map { GazetteerName(entity: name.id, language: language, name: $0) }
            }
        }
        return try inMemory { builder, add throws(WorkbenchError) in try add(forms, builder) }
    }

    /// The same of files, each plain or packed by gzip.
    ///
    /// - Parameter problem: is told of every line that cannot be read; the others count.
    public func gazetteer(
        files: [String], jobs: Int, problem: (String) -> Void
    ) throws(WorkbenchError) -> (gazetteer: NameService.Gazetteer, report: Report) {
        var report = Report()
        let gazetteer = try inMemory { builder, _ throws(WorkbenchError) in
            report = try fill(
                builder, from: files, jobs: jobs, problem: problem, progress: { _, _ in })
        }
        return (gazetteer, report)
    }

    /// Builds an index of files, which are read once, in bounded memory.
    ///
    /// - Parameters:
    ///   - progress: is told how many bytes of how many were read; of nothing where a stream is among the files.
    ///   - path: where the index goes when it is whole; one that lies there is replaced.
    public func build(
        files: [String], at path: String, jobs: Int, problem: (String) -> Void,
        progress: (Int, Int) -> Void
    ) throws(WorkbenchError) -> Report {
        let storage = try IndexOnDisk(path)
        let builder = try Self.wrap(path) { () throws(NameIndexError) in
            try names.indexBuilder(storage, origin: Self.origin(files))
        }
        let report = try fill(
            builder, from: files, jobs: jobs, problem: problem, progress: progress)
        try Self.wrap(path) { () throws(NameIndexError) in
            try builder.finish()
            try storage.publish()
        }
        return report
    }

    /// Opens an index by mapping it.
    ///
    /// - Throws: when it is damaged, of another version, or was built with other locale data.
    public func open(_ path: String) throws(WorkbenchError) -> NameService.Gazetteer {
        let index = try Self.index(path)
        guard index.fingerprint == names.fingerprint else {
            throw WorkbenchError(
                "\(path): built with other locale data than what is used now",
                hint: "build it again: dragoman lookup build GAZETTEER --out \(path)")
        }
        return NameService.Gazetteer(index: index)
    }

    /// True where the index at a path is one of these files as they are now, built with the locale data of now.
    public func fits(_ path: String, files: [String]) -> Bool {
        guard let index = try? Self.index(path) else { return false }
        return index.fingerprint == names.fingerprint && index.origin == Self.origin(files)
    }

    /// True for a file that begins as an index does.
    public static func isIndex(_ path: String) -> Bool {
        guard let file = try? MappedFile(path) else { return false }
        return file.withBytes { NameIndex.isIndex($0) }
    }
}

extension GazetteerService {
    private static func index(_ path: String) throws(WorkbenchError) -> NameIndex {
        let file = try MappedFile(path)
        return try wrap(path) { () throws(NameIndexError) in try NameIndex(file) }
    }

    /// A digest of the files' names, sizes and dates; 0 where one is a stream.
    private static func origin(_ files: [String]) -> UInt64 {
        var digest = FNV1a()
        for file in files {
            var status = stat()
            guard file != "-", stat(file, &status) == 0 else { return 0 }
            digest.add((file.split(separator: "/").last ?? "").utf8)
            digest.add(Int(status.st_size))
            digest.add(status.st_mtim.tv_sec)
            digest.add(status.st_mtim.tv_nsec)
        }
        return digest.sum
    }

    private static func wrap<Value>(
        _ path: String, _ body: () throws(NameIndexError) -> Value
    ) throws(WorkbenchError) -> Value {
        do throws(NameIndexError) { return try body() } catch {
            throw WorkbenchError(
                "\(path): \(error)", hint: "build it again with 'dragoman lookup build'")
        }
    }

    private typealias Adding = ([GazetteerName], NameIndexBuilder) throws(WorkbenchError) -> Void

    private func inMemory(
        _ body: (NameIndexBuilder, Adding) throws(WorkbenchError) -> Void
    ) throws(WorkbenchError) -> NameService.Gazetteer {
        let storage = IndexInMemory()
        let builder = try Self.wrap("gazetteer") { () throws(NameIndexError) in
            try names.indexBuilder(storage, origin: 0)
        }
        try body(builder) { names, builder throws(WorkbenchError) in
            try add(names, to: builder, jobs: 1)
        }
        let index = try Self.wrap("gazetteer") { () throws(NameIndexError) in
            try builder.finish()
            return try NameIndex(BytesInMemory(storage.bytes))
        }
        return NameService.Gazetteer(index: index)
    }

    private func fill(
        _ builder: NameIndexBuilder, from files: [String], jobs: Int, problem: (String) -> Void,
        progress: (Int, Int) -> Void
    ) throws(WorkbenchError) -> Report {
        var report = Report()
        var feeds: [GazetteerFeed] = []
        for file in files { feeds.append(try GazetteerFeed(file)) }
        let size = feeds.contains { $0.size == 0 } ? 0 : feeds.reduce(0) { $0 + $1.size }
        var batch: [GazetteerName] = []
        for (file, feed) in zip(files, feeds) {
            var reader = GazetteerReader(file: file)
            while let lines = try feed.next() {
                for line in lines {
                    do throws(InterchangeError) { batch += try reader.names(onLine: line) } catch {
                        report.failures += 1
                        problem("\(error)")
                    }
                }
                guard batch.count >= Self.batchCount else { continue }
                try add(batch, to: builder, jobs: jobs)
                batch.removeAll(keepingCapacity: true)
                progress(feeds.reduce(0) { $0 + $1.done }, size)
            }
        }
        try add(batch, to: builder, jobs: jobs)
        report.names = builder.count
        return report
    }

    /// Enough to keep all jobs busy, few enough to lie in memory.
    private static let batchCount = 8_192
    private static let chunk = 512

    /// Names are read side by side and filed in their order, so that the index is the same for every number of jobs.
    private func add(
        _ batch: [GazetteerName], to builder: NameIndexBuilder, jobs: Int
    ) throws(WorkbenchError) {
        let chunks = stride(from: 0, to: batch.count, by: Self.chunk).map {
            batch[$0..<min($0 + Self.chunk, batch.count)]
        }
        let prepared = Parallel.map(chunks, jobs: jobs) { chunk in
            Result { () throws(LocaleDataError) in try names.prepared(chunk) }
        }
        for chunk in prepared {
            let ready: [NameIndexBuilder.Prepared]
            do throws(LocaleDataError) { ready = try chunk.get() } catch {
                throw WorkbenchError(error)
            }
            try Self.wrap("index") { () throws(NameIndexError) in
                for name in ready { try builder.add(name) }
            }
        }
    }
}
