import Testing
import Workbench

struct LetterCostServiceTests {
    private static let lines = (0..<150).map { number in
        let syllables = [("ка", "ka"), ("ши", "shi"), ("мо", "mo"), ("ту", "tu"), ("ре", "re")]
        let word = (0..<3).map { syllables[(number / [1, 5, 25][$0] + $0) % 5] }
        return word.map(\.0).joined() + "\t" + word.map(\.1).joined()
    }

    @Test func writesAFileThatIsRead() throws {
        let learned = try LetterCostService().learn(Self.lines, file: "names.tsv")
        #expect(learned.words == 150)
        let lines = learned.text.split(separator: "\n")
        #expect(lines.first?.hasPrefix("even\t") == true)
        #expect(lines.contains { $0.hasPrefix("ш\tsh ") || $0.hasPrefix("ши\tshi ") })
    }

    @Test func namesOfSeveralWordsAreTakenWordByWord() throws {
        let doubled = Self.lines.map { line in
            let columns = line.split(separator: "\t")
            return "\(columns[0]) \(columns[0])\t\(columns[1]) \(columns[1])"
        }
        #expect(try LetterCostService().learn(doubled, file: "names.tsv").words == 300)
    }

    @Test func tellsWhatIsWrongWithAFile() {
        #expect(throws: WorkbenchError.self) {
            try LetterCostService().learn(["Лавров"], file: "names.tsv")
        }
        #expect(throws: WorkbenchError.self) {
            try LetterCostService().learn(["Лавров\tLavrov"], file: "names.tsv")
        }
    }
}
