internal import FoundationEssentials
internal import Interchange
internal import TextCore

/// Where a dictionary of the DICT server lies: an index and its articles, named by their languages.
struct DictionaryPlace: Sendable {
    let source: LanguageTag
    let target: LanguageTag
    /// Without `.index`.
    let stem: String

    private static let endings = [".index", ".dict.dz", ".dict"]
    private static let folders = ["/usr/share/dictd", "/usr/local/share/dictd"]

    /// - Parameter path: one of its files, such as `freedict-deu-fra.dict.dz`.
    init?(_ path: String) {
        guard let ending = Self.endings.first(where: path.hasSuffix) else { return nil }
        stem = String(path.dropLast(ending.count))
        let parts = (stem.split(separator: "/").last ?? "").split(separator: "-").suffix(2)
            .map { LanguageTag(String($0)) }
        guard parts.count == 2, let source = parts[0], let target = parts[1] else { return nil }
        self.source = source
        self.target = target
    }

    /// FreeDict's dictionaries in the usual places, or in those that `$DRAGOMAN_DICTIONARIES` names, parted by colons.
    static func installed() -> [DictionaryPlace] {
        let named = ProcessInfo.processInfo.environment["DRAGOMAN_DICTIONARIES"]
        let folders = named.map { $0.split(separator: ":").map(String.init) } ?? Self.folders
        return folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.hasPrefix("freedict-") && $0.hasSuffix(".index") }.sorted()
                .compactMap { DictionaryPlace("\(folder)/\($0)") }
        }
    }

    /// Such as `freedict-deu-fra`.
    var name: String { String(stem.split(separator: "/").last ?? "") }

    func serves(_ first: LanguageTag, _ second: LanguageTag) -> Bool {
        let own = [source.language, target.language]
        return own == [first.language, second.language] || own == [second.language, first.language]
    }

    func read() throws(WorkbenchError) -> [TermPair] {
        let index = stem + ".index"
        let articles = ["\(stem).dict.dz", "\(stem).dict"].lazy.compactMap { Self.bytes($0) }.first
        guard let entries = Self.bytes(index), let articles else {
            throw WorkbenchError(
                "\(stem): its index or its articles cannot be read",
                hint: "a dictionary is an .index file and a .dict.dz or .dict beside it")
        }
        do throws(InterchangeError) {
            return try DictionaryReader(index: entries, articles: articles, file: index).pairs()
        } catch { throw WorkbenchError("\(error)", hint: "install the dictionary again") }
    }

    private static func bytes(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
    }
}
