internal import Alignment
public import TextCore

/// Lexicons that alignment has learned: files to read, compare, look into and start from.
public struct LexiconService: Sendable {
    public struct Entry: Hashable, Sendable {
        public let source: String
        public let target: String
        /// p(target|source) and p(source|target), 0 to 1.
        public let toTarget: Double
        public let toSource: Double
    }

    /// The lexicon of one pair of languages.
    public struct Section: Sendable {
        public let source: LanguageTag
        public let target: LanguageTag
        /// Sorted by source, then target.
        public let entries: [Entry]
        public let sourceWords: Int
        public let targetWords: Int
        private let lexicon: Lexicon

        init(_ lexicon: Lexicon) {
            source = lexicon.source
            target = lexicon.target
            entries = lexicon.entries.map(Entry.init)
            sourceWords = Set(lexicon.entries.map(\.source)).count
            targetWords = Set(lexicon.entries.map(\.target)).count
            self.lexicon = lexicon
        }

        /// The entries of a word on either side, the most probable first.
        public func translations(of word: String) -> [Entry] {
            lexicon.translations(of: word).map(Entry.init)
        }
    }

    public let sections: [Section]

    /// - Throws: where the file is damaged, with its line.
    public init(_ bytes: [UInt8], file: String) throws(WorkbenchError) {
        sections = try Self.read(bytes, file: file).lexicons.map(Section.init)
    }

    static func read(_ bytes: [UInt8], file: String) throws(WorkbenchError) -> LexiconFile {
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(LexiconError) { return try LexiconFile(tsv: text) } catch {
            throw WorkbenchError(
                "\(file):\(error)", hint: "'dragoman lexicon learn' writes such files")
        }
    }
}

extension LexiconService.Entry {
    init(_ entry: Lexicon.Entry) {
        source = entry.source
        target = entry.target
        toTarget = Double(entry.toTarget)
        toSource = Double(entry.toSource)
    }
}
