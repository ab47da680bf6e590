import Foundation
import TextCore

/// What the benchmarks read: texts of the repository alone.
enum BenchmarkTexts {
    /// The sample corpus's articles in a language, one after another.
    static func articles(_ tag: LanguageTag) throws -> String {
        let articles = URL(filePath: "corpus/articles")
        var page = ""
        for folder in try FileManager.default.contentsOfDirectory(atPath: articles.path()).sorted()
        {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: articles.appending(path: folder).path())
            for name in names.sorted()
            where name.hasSuffix(".md") && name.hasPrefix("\(tag.string).") {
                let file = articles.appending(path: folder).appending(path: name)
                page += try String(contentsOf: file, encoding: .utf8) + "\n"
            }
        }
        return page
    }
}
