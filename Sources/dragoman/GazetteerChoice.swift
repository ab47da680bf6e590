internal import TextCore
internal import Workbench

/// Which names a look-up looks in: an index, a gazetteer's file, or the corpus's own.
struct GazetteerChoice {
    private let arguments: Arguments
    private let shelf: ProfileShelf
    private let service: GazetteerService

    init(_ arguments: Arguments, _ shelf: ProfileShelf, _ names: NameService) {
        self.arguments = arguments
        self.shelf = shelf
        service = GazetteerService(names)
    }

    /// - Returns: the gazetteer, and 3 where lines of it could not be read, else 0.
    func open() throws -> (gazetteer: NameService.Gazetteer, status: Int32) {
        let file = arguments.value("--gazetteer")
        if let index = arguments.value("--index") {
            var status: Int32 = 0
            if let file, !service.fits(index, files: [file]) {
                Console.error("building \(index) from \(file)")
                let report = try Self.build([file], at: index, service, arguments)
                status = report.failures > 0 ? 3 : 0
            }
            return (try service.open(index), status)
        }
        if let file {
            // What 'build' made is a gazetteer too.
            if GazetteerService.isIndex(file) { return (try service.open(file), 0) }
            let (gazetteer, report) = try service.gazetteer(
                files: [file], jobs: try arguments.jobs(), problem: Self.tell)
            return (gazetteer, report.failures > 0 ? 3 : 0)
        }
        return (try service.gazetteer(try corpusNames()), 0)
    }

    private func corpusNames() throws -> [KnownName] {
        if let folder = arguments.value("--corpus") {
            return try CorpusService.open(folder, shelf).knownForms()
        }
        guard let corpus = try? CorpusService.open(nil, shelf) else {
            throw UsageError(
                "lookup needs a gazetteer, or a corpus that knows names",
                hint: "--gazetteer FILE, --index INDEX or --corpus DIR")
        }
        return try corpus.knownForms()
    }

    static func build(
        _ files: [String], at path: String, _ service: GazetteerService, _ arguments: Arguments
    ) throws -> GazetteerService.Report {
        var progress = ProgressLine("reading names", total: 0)
        let report = try service.build(
            files: files, at: path, jobs: try arguments.jobs(), problem: tell
        ) { done, size in
            if size > 0 { progress.show(done >> 10, of: size >> 10) }
        }
        progress.finish()
        return report
    }

    private static func tell(_ problem: String) { Console.error("error: \(problem)") }
}
