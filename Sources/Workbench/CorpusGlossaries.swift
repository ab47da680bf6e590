internal import Corpus
internal import TextCore

/// The glossaries that a corpus keeps for itself, `glossaries/<source>--<target>.tsv` or `.tbx`.
extension AlignmentKnowledge {
    /// - Returns: what cannot be read; the other files count.
    mutating func add(glossariesOf folder: CorpusFolder) -> [WorkbenchError] {
        var problems: [WorkbenchError] = []
        for name in folder.glossaryFiles {
            let file = folder.glossaryFile(name)
            do throws(WorkbenchError) {
                guard name.hasSuffix(".tbx") || Self.languages(ofGlossary: name) != nil else {
                    throw WorkbenchError(
                        "\(file): its name does not tell two languages",
                        hint: "name it such as en--ru.tsv")
                }
                let bytes = try WorkbenchError.wrap { () throws(CorpusError) in
                    try folder.glossary(name)
                }
                try add(glossary: bytes, file: file)
            } catch { problems.append(error) }
        }
        return problems
    }
}
