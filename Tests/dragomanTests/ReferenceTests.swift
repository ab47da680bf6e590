import Foundation
import Testing

/// Documents that are made from the program, or speak of what it has, are compared with it.
struct ReferenceTests {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func document(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }

    @Test func theCommandReferenceIsThatOfTheProgram() throws {
        let made = try CommandLineTests.run(["help", "--reference"]).output
        #expect(
            made == (try Self.document("docs/commands.md")),
            "make it anew: dragoman help --reference > docs/commands.md")
    }

    @Test func everyModuleAndLocaleFileIsDocumented() throws {
        let architecture = try Self.document("ARCHITECTURE.md")
        let modules = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources").path(percentEncoded: false))
        for module in modules { #expect(architecture.contains(module), "\(module)") }
        let readme = try Self.document("locales/README.md")
        let files = FileManager.default.enumerator(
            at: Self.root.appending(path: "locales"), includingPropertiesForKeys: nil)
        let names = Set(
            (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
                .map { file in
                    // What a rule file does stands in its first line.
                    let isRule = file.deletingLastPathComponent().lastPathComponent == "rules"
                    return isRule ? "rules/*.txt" : file.lastPathComponent
                })
        #expect(names.count > 10)
        for name in names where name != "README.md" {
            #expect(readme.contains("`\(name)`"), "\(name)")
        }
    }

    @Test func theReadmeIsShort() throws {
        #expect(try Self.document("README.md").split(separator: "\n").count <= 150)
    }
}
