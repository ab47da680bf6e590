import Foundation
import Testing

struct AlignCommandTests {
    /// A fresh folder with two versions of a short text and what else is named.
    static func folder(_ files: [String: String] = [:]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "align-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let texts = [
            "de.txt":
                "Die Brücke kostet 12,5 Millionen.\nSie wurde am 14. Mai eröffnet. Es regnete.\n",
            "uk.txt": "Міст коштує 12,5 мільйона.\nЙого відкрили 14 травня. Йшов дощ.\n",
        ]
        for (name, text) in texts.merging(files, uniquingKeysWith: { $1 }) {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return folder
    }

    /// - Parameter rest: words that name no file of the folder.
    static func run(
        _ words: [String], in folder: URL, then rest: [String] = []
    ) throws -> CommandLineTests.Outcome {
        let files = words.map {
            $0.contains(".") ? folder.appending(path: $0).path(percentEncoded: false) : $0
        }
        return try CommandLineTests.run(
            ["align", "--lang-source", "de", "--lang-target", "uk"] + files + rest)
    }

    @Test func twoFilesAreSegmentedAndAligned() throws {
        let folder = try Self.folder()
        let lines = try Self.run(["de.txt", "uk.txt"], in: folder).output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("Die Brücke kostet 12,5 Millionen.\tМіст коштує") == true)
        let ladder = try Self.run(["de.txt", "uk.txt", "--ladder"], in: folder).output
        #expect(ladder.hasPrefix("[0]:[0]:"))
        let json = try Self.run(["de.txt", "uk.txt", "--json"], in: folder).output
        #expect(json.hasPrefix(#"{"beads":[{"score":"#) && json.contains(#""lang":"uk""#))
    }

    @Test func linesAreTakenAsTheyStand() throws {
        let folder = try Self.folder()
        let outcome = try Self.run(["de.txt", "uk.txt", "--lines", "--ladder"], in: folder)
        #expect(outcome.output.split(separator: "\n").count == 2)
    }

    @Test func whatWasMovedIsFoundWhenAsked() throws {
        let source = (0..<24).map {
            "Am \($0 + 1). Mai zählten die Häfen \(1_200 + 37 * $0) Schiffe.\n"
        }
        var target = (0..<24).map {
            "\($0 + 1) травня порти налічили \(1_200 + 37 * $0) кораблів.\n"
        }
        target.insert(contentsOf: target[12..<15], at: 2)
        target.removeSubrange(15..<18)
        let folder = try Self.folder(["s.txt": source.joined(), "t.txt": target.joined()])
        let words = ["s.txt", "t.txt", "--lines", "--ladder"]
        #expect(try !Self.run(words, in: folder).output.contains("[13]:[3]:"))
        #expect(try Self.run(words + ["--reorder"], in: folder).output.contains("[13]:[3]:"))
        let refused = try Self.run(["--reorder"], in: folder)
        #expect(refused.code == 2 && refused.errors.contains("--reorder needs two files"))
    }

    @Test func aGoldIsComparedWith() throws {
        let folder = try Self.folder(["gold.ladder": "[0]:[0]\n[1]:[1]\n[2]:[2]\n"])
        let outcome = try Self.run(
            ["de.txt", "uk.txt", "--evaluate", "gold.ladder"], in: folder)
        #expect(outcome.output == "strict\t1.0000\t1.0000\t1.0000\nlax\t1.0000\t1.0000\t1.0000\n")
    }

    @Test func theReliabilityOfScoresIsCounted() throws {
        let folder = try Self.folder(["gold.ladder": "[0]:[0]\n[1]:[1]\n[2]:[2]\n"])
        let words = ["de.txt", "uk.txt", "--evaluate", "gold.ladder", "--reliability"]
        let lines = try Self.run(words, in: folder).output.split(separator: "\n")
        let buckets = lines.dropFirst(2).dropLast().map { $0.split(separator: "\t") }
        #expect(!buckets.isEmpty)
        // Each bead found is in the gold.
        #expect(buckets.compactMap { Int($0[1]) }.reduce(0, +) == 3)
        #expect(buckets.allSatisfy { $0.count == 4 && $0[3] == "1.0000" })
        #expect(lines.last?.hasPrefix("calibration error\t0.") == true)
        let json = try Self.run(words + ["--json"], in: folder).output
        #expect(json.contains(#""calibrationError":0."#) && json.contains(#""strict":{"f1":1"#))
    }

    /// Two records against the gold of their ids; a record without gold is told.
    @Test func aStreamIsComparedByIds() throws {
        let folder = try Self.folder([
            "gold.jsonl": #"{"id":2,"beads":[{"source":[0],"target":[0]}]}"# + "\n"
                + #"{"id":"a","beads":[{"source":[0],"target":[0]},{"source":[1],"target":[1]}]}"#
                + "\n"
        ])
        let gold = folder.appending(path: "gold.jsonl").path(percentEncoded: false)
        let sides =
            #""source":{"lang":"ar","sentences":["في 14 مايو.","لا 15."]},"target":{"lang":"zh","sentences":["5月14日。","不15。"]}"#
        let lines = [#"{"id":"a",\#(sides)}"#, #"{"id":2,\#(sides)}"#]
        let words = ["align", "--jsonl", "--evaluate", gold]
        let both = try CommandLineTests.run(
            words, input: Data((lines.joined(separator: "\n") + "\n").utf8))
        // Three of the four beads found are in the gold, and all of the gold's are found.
        #expect(both.output == "strict\t0.7500\t1.0000\t0.8571\nlax\t0.7500\t1.0000\t0.8571\n")
        #expect(both.code == 0)
        let one = try CommandLineTests.run(words, input: Data((lines[0] + "\n{}\n").utf8))
        #expect(one.code == 3)
        #expect(one.errors.contains("no record for the gold of 2"))
        #expect(one.errors.contains("line 2: 'source' is missing"))
        let files = try Self.run(["de.txt", "uk.txt", "--evaluate", "gold.jsonl"], in: folder)
        #expect(files.code == 2 && files.errors.contains("of 2 records"))
    }

    @Test(arguments: [
        (["de.txt"], "a source and a target"),
        (["de.txt", "no.txt"], "cannot be read"),
        (["de.txt", "uk.txt", "--lexicon", "bad.tsv"], "bad.tsv:2:1"),
        (["de.txt", "uk.txt", "--evaluate", "bad.tsv"], "bad.tsv:2:1"),
    ])
    func unusableInputIsExplained(words: [String], part: String) throws {
        let folder = try Self.folder(["bad.tsv": "# dragoman lexicon\t1\tde\tuk\nBrücke\tміст\n"])
        let outcome = try Self.run(words, in: folder)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func theSameForEveryNumberOfJobs() throws {
        let records = (0..<12).map { number in
            #"{"id":\#(number),"source":{"lang":"de","sentences":["Am \#(number). Mai.","Nein."]},"#
                + #""target":{"lang":"ar","sentences":["في \#(number) مايو.","لا."]}}"#
        }
        let input = Data((records.joined(separator: "\n") + "\n{\"id\":99}\n").utf8)
        for learning in ["record", "collection"] {
            let outcomes = try ["1", "3"].map { jobs in
                try CommandLineTests.run(
                    ["align", "--jsonl", "--learn", learning, "--jobs", jobs], input: input)
            }
            #expect(outcomes[0].output == outcomes[1].output)
            #expect(outcomes[0].code == 3)
            let lines = outcomes[0].output.split(separator: "\n")
            #expect(lines.count == 13)
            #expect(lines[0].contains(#""id":0}"#) && lines[12].contains("'source' is missing"))
        }
    }
}
