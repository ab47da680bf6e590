internal import Corpus
public import TextCore

/// A file written as a corpus keeps its texts: `# ` before the title, `## ` before a subhead, a blank line between blocks.
public enum ArticleFile {
    /// True by the name; what stands in the file is free.
    public static func isOne(_ path: String) -> Bool { path.hasSuffix(".md") }

    /// - Parameter language: where it is not given, that of the version whose text a corpus keeps there, else detected.
    public static func document(
        _ bytes: [UInt8], path: String, language: LanguageTag?, _ ingestion: IngestionService
    ) -> Document {
        let text = Text(utf8: bytes)
        let known = language ?? CorpusFolder.version(ofText: path)?.language
        return ArticleMarkup.document(text, language: known ?? ingestion.language(of: text))
    }
}
