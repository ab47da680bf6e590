import Interchange
import Testing

struct SRXTests {
    static func rule(_ isBreak: Bool, _ before: String, _ after: String) -> SRXDocument.Rule {
        .init(isBreak: isBreak, before: before, after: after)
    }

    static let sample: SRXDocument = {
        var document = SRXDocument(
            lists: [
                .init(
                    name: "Українська & інші",
                    rules: [
                        rule(false, #"\b(?:ст|р)\."#, #"\s"#), rule(true, "[.?!]+[»\"']*", " "),
                        rule(true, "\n", ""),
                    ]),
                .init(name: "中文", rules: [rule(true, "[。！？]<>&", "")]),
                .init(name: "عربي", rules: [rule(true, "؟", "\\s")]),
            ],
            maps: [
                .init(pattern: "uk.*", name: "Українська & інші"),
                .init(pattern: "(?:zh|ja).*", name: "中文"), .init(pattern: "ar|fa", name: "عربي"),
                .init(pattern: ".*", name: "Українська & інші"),
            ])
        document.cascades = true
        document.segmentsSubflows = false
        document.formatHandling.includesIsolated = true
        return document
    }()

    @Test func readingGivesBackWhatWasWritten() throws {
        let bytes = try Self.sample.xml()
        #expect(try SRXDocument(bytes, file: "memory") == Self.sample)
        #expect(String(decoding: bytes, as: UTF8.self).contains("http://www.lisa.org/srx20"))
    }

    @Test func randomRulesComeBack() throws {
        let pieces = [
            "a", "é", "ї", "字", "ب", "𝒜", "<", ">", "&", "\"", "'", "\t", "\n", "\r", "\\", " ",
            "]]>", "&#10;", "\u{85}", "\u{2028}", "e\u{301}",
        ]
        var state: UInt64 = 3
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        func text() -> String { (0..<next(9)).map { _ in pieces[next(pieces.count)] }.joined() }
        for _ in 0..<60 {
            let lists = (0..<next(4)).map { index in
                SRXDocument.RuleList(
                    name: "\(index)" + text(),
                    rules: (0..<next(5)).map { _ in Self.rule(next(2) == 0, text(), text()) })
            }
            var document = SRXDocument(
                lists: lists, maps: lists.map { .init(pattern: "[a-z]+ \n", name: $0.name) })
            document.cascades = next(2) == 0
            document.segmentsSubflows = next(2) == 0
            document.formatHandling.includesStart = next(2) == 0
            document.formatHandling.includesEnd = next(2) == 0
            #expect(try SRXDocument(document.xml(), file: "memory") == document)
        }
    }

    /// What the schema of SRX 2.0 asks for: these elements in this order, with these attributes.
    @Test func theWriterKeepsToTheSchema() throws {
        let lines = String(decoding: try Self.sample.xml(), as: UTF8.self)
            .split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(
            Array(lines.prefix(13)) == [
                #"<?xml version="1.0" encoding="UTF-8"?>"#,
                #"<srx xmlns="http://www.lisa.org/srx20" version="2.0">"#,
                #"<header segmentsubflows="no" cascade="yes">"#,
                #"<formathandle type="start" include="no"/>"#,
                #"<formathandle type="end" include="yes"/>"#,
                #"<formathandle type="isolated" include="yes"/>"#, "</header>", "<body>",
                "<languagerules>", #"<languagerule languagerulename="Українська &amp; інші">"#,
                #"<rule break="no">"#, #"<beforebreak>\b(?:ст|р)\.</beforebreak>"#,
                #"<afterbreak>\s</afterbreak>"#,
            ])
        #expect(
            Array(lines.suffix(7)) == [
                #"<languagemap languagepattern="uk.*" languagerulename="Українська &amp; інші"/>"#,
                #"<languagemap languagepattern="(?:zh|ja).*" languagerulename="中文"/>"#,
                #"<languagemap languagepattern="ar|fa" languagerulename="عربي"/>"#,
                #"<languagemap languagepattern=".*" languagerulename="Українська &amp; інші"/>"#,
                "</maprules>", "</body>", "</srx>",
            ])
    }

    @Test(arguments: [
        ("uk", ["Українська & інші", "Українська & інші"]),
        ("ZH-Hans", ["中文", "Українська & інші"]),
        ("en-GB", ["Українська & інші"]), ("ar", ["عربي", "Українська & інші"]),
        ("arz", ["Українська & інші"]),
    ])
    func mapsCascadeInTheirOrder(language: String, names: [String]) {
        var document = Self.sample
        #expect(document.lists(for: language).map(\.name) == names)
        document.cascades = false
        #expect(document.lists(for: language).map(\.name) == Array(names.prefix(1)))
        document.maps.removeLast()
        #expect(document.lists(for: "en").isEmpty)
    }

    @Test func filesOfOtherProgramsAreRead() throws {
        let srx = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE srx SYSTEM "http://example.org/srx.dtd">
            <srx:srx xmlns:srx="http://www.lisa.org/srx20" xmlns:x="urn:x" version="2.0">
            <srx:header segmentsubflows="yes" cascade="no"><x:options rule="a"><x:rule break="?"/></x:options></srx:header>
            <srx:body><srx:languagerules><srx:languagerule languagerulename="en">
            <!-- c --><srx:rule><srx:beforebreak><![CDATA[[.?!]]]></srx:beforebreak><srx:afterbreak> </srx:afterbreak></srx:rule>
            <srx:rule break="no"><srx:afterbreak>\\d</srx:afterbreak></srx:rule><srx:rule/></srx:languagerule></srx:languagerules>
            <srx:maprules><srx:languagemap languagerulename="en" languagepattern="EN.*"/></srx:maprules></srx:body></srx:srx>
            """
        let document = try SRXDocument(Array(srx.utf8), file: "memory")
        #expect(
            document.lists(for: "en-us").first?.rules == [
                Self.rule(true, "[.?!]", " "), Self.rule(false, "", "\\d"), Self.rule(true, "", ""),
            ])
        let old = """
            <srx version="1.0"><header segmentsubflows="no"/><body><languagerules>
            <languagerule languagerulename="a"><rule><beforebreak>x</beforebreak></rule></languagerule>
            </languagerules><maprules><maprule maprulename="m"><languagemap languagepattern="de" languagerulename="a"/>
            </maprule></maprules></body></srx>
            """
        let first = try SRXDocument(Array(old.utf8), file: "memory")
        #expect(first.lists(for: "de").first?.rules == [Self.rule(true, "x", "")])
        #expect(!first.segmentsSubflows && !first.cascades)
    }

    static let start = "<srx version='2.0'><header segmentsubflows='yes' cascade='no'/><body>\n"

    @Test(arguments: [
        ("", "m:1:1: "), ("<html/>", "m: expected SRX, found <html>"),
        ("<srx version='3.0'/>", "m:1:1: version '3.0'"), ("<srx version='2.0'>\n<body>", "m:2:"),
        (start + "<languagerule/></body></srx>", "m:2:1: attribute 'languagerulename' is missing"),
        (
            start
                + "<languagerule languagerulename='a'>\n<rule break='maybe'/></languagerule></body></srx>",
            "m:3:1: break=\"maybe\""
        ),
        (
            start + "<languagemap languagepattern='de' languagerulename='b'/></body></srx>",
            "m:2:1: languagemap names the languagerule 'b', which is not there"
        ),
        (
            start + "<languagemap languagepattern='(' languagerulename='b'/></body></srx>",
            "m:2:1: languagepattern '(': a parenthesis without its partner"
        ),
        (
            start
                + "<languagerule languagerulename='a'/><languagerule languagerulename='a'/></body></srx>",
            "m:2:1: a second languagerule 'a'"
        ),
        (
            "<!DOCTYPE srx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" + start
                + "<languagerule languagerulename='a'><rule><beforebreak>&b;</beforebreak></rule></languagerule></body></srx>",
            "is not expanded"
        ),
        (
            "<!DOCTYPE srx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + start
                + "<languagerule languagerulename='a'><rule><beforebreak>&a;</beforebreak></rule></languagerule></body></srx>",
            "is not expanded"
        ),
    ])
    func faultsNameThePlace(content: String, part: String) {
        #expect {
            try SRXDocument(Array(content.utf8), file: "m")
        } throws: { error in
            "\(error)".contains(part)
        }
    }
}
