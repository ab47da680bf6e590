internal import FoundationEssentials
public import TextCore

/// The folder `locales/`: which languages there are, and the profile of each.
///
/// Reading is done on demand and nothing is kept: who needs a profile often keeps it.
public struct LocaleCatalogue: Sendable {
    public let directory: String
    /// Folder names, sorted.
    public let tags: [String]

    /// - Throws: `noDirectory` when there is no `root/locale.json` in it.
    public init(directory: String) throws(LocaleDataError) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: "\(directory)/root/locale.json"),
            let entries = try? manager.contentsOfDirectory(atPath: directory)
        else { throw .noDirectory(path: directory) }
        self.directory = directory
        tags = entries.filter { manager.fileExists(atPath: "\(directory)/\($0)/locale.json") }
            .sorted()
    }

    /// The folder that serves a language best; `root` when there is none.
    public func folderName(for tag: LanguageTag) -> String {
        for candidate in tag.lookupChain where tags.contains(candidate.string) {
            return candidate.string
        }
        return "root"
    }

    /// The profile of a language, with its parents' data under its own.
    public func profile(for tag: LanguageTag) throws(LocaleDataError) -> LocaleProfile {
        try LocaleMerge(folders: lineage(of: folderName(for: tag))).profile(tag)
    }

    /// What `locale.json` says of a language, its parents' included; far cheaper than the whole profile.
    public func basics(for tag: LanguageTag) throws(LocaleDataError) -> LocaleBasics {
        var basics = LocaleBasics()
        for folder in try lineage(of: folderName(for: tag)).reversed() {
            try folder.json("locale.json", as: LocaleFile.self)?.apply(to: &basics)
        }
        return basics
    }

    /// A folder and its parents, nearest first, `root` last.
    func lineage(of name: String) throws(LocaleDataError) -> [LocaleFolder] {
        var lineage: [LocaleFolder] = []
        var next: String? = name
        while let name = next {
            guard tags.contains(name) else { throw .noSuchLocale(tag: name) }
            if lineage.contains(where: { $0.name == name }) { throw .parentLoop(tag: name) }
            let folder = LocaleFolder(directory: directory, name: name)
            lineage.append(folder)
            next =
                try folder.json("locale.json", as: LocaleFile.self)?.parent
                ?? (name == "root" ? nil : "root")
        }
        return lineage
    }
}

/// `locale.json` as it is written.
struct LocaleFile: Codable {
    var tag: String
    var parent: String?
    var name: String
    var sources: [String]
    var licence: String
    var spaces: Bool?
    var ordinalDot: Bool?
    var capitalNouns: Bool?
    var titleCase: Bool?
    var terminators: String?
    var nonTerminators: String?
    var weakTerminators: String?
    var vowels: String?
    var commonWords: [String]?

    func apply(to basics: inout LocaleBasics) {
        if let spaces { basics.spaces = spaces }
        if let ordinalDot { basics.ordinalDot = ordinalDot }
        if let capitalNouns { basics.capitalNouns = capitalNouns }
        if let titleCase { basics.titleCase = titleCase }
        if let terminators { basics.terminators += terminators.unicodeScalars }
        if let weakTerminators { basics.weakTerminators = Array(weakTerminators.unicodeScalars) }
        if let nonTerminators { basics.nonTerminators += nonTerminators.unicodeScalars }
        if let vowels { basics.vowels += vowels.unicodeScalars }
        if let commonWords, !commonWords.isEmpty { basics.commonWords = commonWords }
    }
}
