import Foundation
import Testing

/// `name` without a corpus: the record, renderings and schemes.
struct NameCommandTests {
    static func run(_ words: [String]) throws -> CommandLineTests.Outcome {
        // A file without names: the corpus that lies around is not asked.
        try CommandLineTests.run(["name"] + words + ["--known", "/dev/null"])
    }

    @Test func theRecordIsWhole() throws {
        let outcome = try Self.run(["доктор Анна Петровна Ковалёва", "--json", "--to", "en"])
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        for part in [
            #""lang":"ru""#, #""guessed":true"#, #""ambiguous":false"#, #""script":"Cyrl""#,
            #"{"role":"title","text":"доктор"}"#, #"{"role":"patronymic","text":"петровна"}"#,
            #"{"role":"family","text":"ковалёва"}"#, #""scheme":"romanisation""#,
            #""source":"locales/ru""#, #""convention":"BGN\/PCGN as the press writes it""#,
        ] {
            let plain = outcome.output.replacingOccurrences(of: "\\/", with: "/")
            #expect(plain.contains(part.replacingOccurrences(of: "\\/", with: "/")), "\(part)")
        }
    }

    @Test(arguments: [
        ("Сергій Коваленко", "language\tuk ("), ("Марков", "language\tambiguous: ru bg\n"),
        ("单立人", "family\t单\ngiven\t立人\n"), ("김하늘", "script\tHang\n"),
        ("\u{202B}خالد الشامي\u{202C}", "name\tخالد الشامي\n"),
        ("Ковале\u{301}нко", "name\tКоваленко\n"),
        ("ג'ון", "name\tג׳ון\n"), ("Франция", "kind\tplace\n"),
        ("Міністерство культури", "kind\torganisation\n"), ("Анна Коваль", "kind\tperson\n"),
    ])
    func theRecordReads(name: String, line: String) throws {
        let outcome = try Self.run([name])
        #expect(outcome.code == 0 && outcome.output.contains(line), "\(outcome.output)")
    }

    @Test func aNameGoesByItsOrigin() throws {
        let outcome = try Self.run(["Schulz", "--to", "ru,uk"])
        #expect(
            outcome.output
                == "ru\tШульц\tconvention\tpractical transcription\t\nuk\tШульц\tconvention\tpractical transcription\t\n"
        )
        #expect(try Self.run(["王毅", "--to", "ja"]).output.hasSuffix("\tオウ・キ\n"))
        #expect(
            try Self.run(["王毅", "--to", "ru"]).output == "ru\tВан И\tconvention\tPalladius\t\n")
    }

    @Test func schemesAreListedAndFollowed() throws {
        let list = try Self.run(["--schemes", "--lang", "uk"])
        #expect(list.output.contains("uk\tkmu-2010\t"))
        let all = try Self.run(["--schemes"]).output
        #expect(all.contains("zh\twade-giles\t") && all.contains("el\telot-743\t"))
        let written = try Self.run(["Згурський", "--lang", "uk", "--scheme", "kmu-2010,iso-9"])
        #expect(
            written.output.hasPrefix("kmu-2010\tZghurskyi\tscheme\t")
                && written.output.contains("iso-9\tZgursʹkij\tscheme\tISO 9:1995\t\n"))
        let wrong = try Self.run(["Згурський", "--lang", "uk", "--scheme", "iso9"])
        #expect(wrong.code == 2 && wrong.errors.contains("iso-9"))
    }
}
