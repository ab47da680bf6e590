internal import TextCore
internal import Workbench

/// A file or stdin as a text with its language.
struct SourceText {
    let text: Text
    let language: LanguageTag

    /// Of a page the article is taken, so that offsets then count in what `dragoman extract` gives; any other text
    /// stays as it is. The language is detected where `--lang` is missing.
    static func read(
        _ path: String, _ arguments: Arguments, _ shelf: ProfileShelf
    ) throws -> SourceText {
        let bytes = try Console.read(path)
        let given = try arguments.language()
        if IngestionService.isHTML(bytes) {
            let page = try IngestionService(shelf).extract(html: bytes, language: given)
            return SourceText(text: page.document.text, language: page.language)
        }
        let text = Text(utf8: bytes)
        return SourceText(
            text: text, language: try given ?? IngestionService(shelf).language(of: text))
    }
}
