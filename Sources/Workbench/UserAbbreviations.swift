internal import Corpus
internal import LocaleData
internal import TextCore

/// Abbreviations that a corpus or a user adds to those of the locale data.
public struct UserAbbreviations: Sendable {
    private struct List: Sendable {
        /// `und` for every language.
        let language: LanguageTag
        let words: [String: AbbreviationClass]
    }

    /// A corpus's lists, then a caller's, which go over them.
    private var layers: [[List]] = []
    /// Lines and files that cannot be read; the others count.
    private(set) var problems: [StatusService.Problem] = []

    init() {}

    /// A list for texts of every language.
    ///
    /// - Throws: the first line that cannot be read.
    public init(_ bytes: [UInt8], file: String) throws(WorkbenchError) {
        layers = [[list(bytes, file, .undetermined)]]
        if let first = problems.first { throw WorkbenchError(first.message, hint: first.hint) }
    }

    /// `abbreviations/<tag>.txt` of a corpus: for the language and what is more special; `und.txt` for all.
    init(_ folder: CorpusFolder) {
        var lists: [List] = []
        for name in folder.abbreviationFiles {
            let file = folder.abbreviationFile(name)
            guard let language = LanguageTag(String(name.dropLast(4))) else {
                problems.append(
                    .init(
                        message: "\(file): '\(name.dropLast(4))' is not a BCP 47 language tag",
                        hint: "name it after a language, such as en.txt or zh-Hant.txt"))
                continue
            }
            do throws(CorpusError) {
                lists.append(list(try folder.abbreviations(name), file, language))
            } catch {
                problems.append(.init(message: "\(error)", hint: error.nextStep))
            }
        }
        layers = [lists]
    }

    private mutating func list(
        _ bytes: [UInt8], _ file: String, _ language: LanguageTag
    ) -> List {
        let list = AbbreviationList(bytes)
        problems += list.faults.map {
            .init(
                message: "\(file):\($0.line):\($0.column): \($0.message)",
                hint: "a line is a word, a tab, and title, number or other")
        }
        return List(language: language, words: list.words)
    }

    /// These over others.
    func over(_ other: UserAbbreviations) -> UserAbbreviations {
        var both = other
        both.layers += layers
        both.problems += problems
        return both
    }

    var isEmpty: Bool { layers.allSatisfy { $0.allSatisfy(\.words.isEmpty) } }

    /// All that holds for a language; what a more special list says goes over the others.
    func words(_ language: LanguageTag) -> [String: AbbreviationClass] {
        let chain = [.undetermined] + language.lookupChain.reversed()
        var words: [String: AbbreviationClass] = [:]
        for lists in layers {
            for tag in chain {
                for list in lists where list.language == tag { words.merge(list.words) { $1 } }
            }
        }
        return words
    }

    /// Changes when a list does.
    var fingerprint: String {
        var digest = FNV1a()
        for list in layers.joined() where !list.words.isEmpty {
            let entries = list.words.map { "\($0.key)\t\($0.value.rawValue)\n" }.sorted()
            digest.add((list.language.string + "\n" + entries.joined()).utf8)
        }
        return String(digest.sum, radix: 16)
    }
}
