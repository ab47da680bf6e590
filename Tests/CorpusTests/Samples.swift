import Corpus
import Foundation
import TextCore

/// A generator that gives the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum Samples {
    /// Pieces of text in six languages, with what is hard: combining marks, right to left, beyond the BMP, markers.
    static let pieces = [
        "The mayor opened the bridge", "Мер відкрила міст", "Мэр открыла мост", "市长宣布大桥通车",
        "افتتحت رئيسة البلدية الجسر", "Die Brücke wurde eröffnet", "cafe\u{301}", "й", "𝒳 🇺🇦 👩‍🚒",
        "𠮷野",
        "\u{200F}(نعم)", "# ", "## ", "- ", "> ", ": ", "| ", "\\", "\\# ", "\\\\- ", " ", "\n",
        "\r\n",
        "\n\n", "\t", "\u{2028}", "*", "1. ", "«»", "\u{301}",
    ]

    static func text(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...6, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    static let languages = ["en", "ru", "uk", "zh-Hans", "ar", "de"]

    static func tag(_ string: String) -> LanguageTag { LanguageTag(string) ?? .undetermined }

    static func key(_ string: String) -> VersionKey {
        (try? VersionKey(string)) ?? Self.key("en")
    }

    /// Blocks are sentences: enough where only counting matters.
    static func blocks(_ document: Document) -> [TextSpan] { document.blocks.map(\.span) }
}

/// A corpus in a fresh folder that goes away with it.
final class TemporaryCorpus {
    let folder: CorpusFolder
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "corpus-\(UUID().uuidString)")
            .path(percentEncoded: false)
        folder = try CorpusFolder.create(at: path, Manifest(name: "test"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ content: String, to name: String) throws {
        let url = URL(filePath: file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content.utf8).write(to: url)
    }

    func content(_ name: String) throws -> String {
        try String(contentsOfFile: file(name), encoding: .utf8)
    }

    @discardableResult
    func add(_ key: String, _ paragraphs: [String], to slug: String = "bridge", from: String? = nil)
        throws -> Version
    {
        var draft = VersionDraft(
            try VersionKey(key), blocks: paragraphs.map { DraftBlock(.paragraph, $0) })
        draft.from = from
        let name = try Slug(slug)
        return try folder.locked { writer throws(CorpusError) in try writer.add(draft, to: name) }
    }

    func index<Result>(_ body: (CorpusIndex) throws(CorpusError) -> Result) throws -> Result {
        try CorpusIndex.use(folder, fingerprint: "test", sentences: Samples.blocks, body)
    }
}
