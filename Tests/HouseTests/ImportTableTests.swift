import Foundation
import Testing

/// Who may import whom, as ARCHITECTURE.md draws it; read from the `import` lines of every source file.
struct ImportTableTests {
    static let analysers: Set<String> = ["Segmentation", "Quotes", "Names", "Alignment"]
    static let libraries: Set<String> = analysers.union([
        "TextCore", "LocaleData", "Ingestion", "Corpus", "Tracking", "Interchange",
    ])
    static let table: [String: Set<String>] = [
        "TextCore": ["CICU"],
        "LocaleData": ["TextCore"],
        "Segmentation": ["TextCore", "LocaleData"],
        "Quotes": ["TextCore", "LocaleData"],
        "Names": ["TextCore", "LocaleData"],
        "Alignment": ["TextCore", "LocaleData"],
        "Ingestion": ["TextCore", "LocaleData", "CXML2", "CCLD2"],
        "Corpus": ["TextCore", "CSQLite", "CDigest"],
        "Tracking": analysers.union(["TextCore", "Corpus"]),
        "Interchange": ["TextCore", "Corpus", "CXML2", "CZlib"],
        "Workbench": libraries,
        "dragoman": ["Workbench", "TextCore"],
    ]
    /// Of the toolchain a library may use this much; the program may also talk to the C library.
    static let toolchain: Set<String> = ["FoundationEssentials", "Synchronization", "Dispatch"]

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func sources(of module: String) -> [URL] {
        let folder = root.appending(path: "Sources/\(module)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    }

    @Test(arguments: table.keys.sorted())
    func moduleImportsOnlyItsNeighbours(module: String) throws {
        let files = Self.sources(of: module)
        try #require(!files.isEmpty, "no sources of \(module)")
        let allowed = (Self.table[module] ?? []).union(Self.toolchain).union(["Glibc"])
        for file in files {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count,
                    !line.hasPrefix("/")
                else { continue }
                #expect(
                    allowed.contains(String(words[at + 1])),
                    "\(file.lastPathComponent) imports \(words[at + 1])")
            }
        }
    }

    @Test func everyModuleIsInTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources").path(percentEncoded: false))
        let own = folders.filter { !$0.hasPrefix("C") || $0 == "Corpus" }
        #expect(Set(own) == Set(Self.table.keys))
    }
}
