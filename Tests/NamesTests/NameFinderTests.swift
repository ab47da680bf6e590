import Names
import Testing
import TextCore

struct NameFinderTests {
    static func mentions(
        _ string: String, _ language: String, known: [KnownName] = []
    ) throws -> (text: Text, mentions: [Mention]) {
        let bench = try NameBench()
        let tag = try #require(LanguageTag(language))
        let text = Text(string)
        // In these texts every full stop before a blank ends a sentence.
        var sentences: [TextSpan] = []
        var start = 0
        for (offset, byte) in text.bytes.enumerated() where byte == UInt8(ascii: ".") {
            sentences.append(TextSpan(start, offset + 1))
            start = min(offset + 2, text.count)
        }
        let finder = NameFinder(
            try NameBench.profile(language), language: tag, known: known, reader: bench.reader)
        let found = finder.mentions(
            in: Document(plain: text, language: tag), sentences: sentences)
        return (text, found)
    }

    /// Keys that are asked for one by one are those that mentions have.
    @Test(arguments: [
        ("en", "Minister Anna Koval met envoy Ivan Petrov here. Koval said it went well."),
        ("uk", "Міністр Олена Коваленко зустріла посла. Коваленко сказала правду."),
        ("zh", "外交部长王敏说，会谈很坦率。"), ("ar", "قال الوزير أحمد سالم إن السد آمن."),
    ])
    func keysCanWait(language: String, string: String) throws {
        let bench = try NameBench()
        let tag = try #require(LanguageTag(language))
        let document = Document(plain: Text(string), language: tag)
        let finder = NameFinder(
            try NameBench.profile(language), language: tag, reader: bench.reader)
        let keyed = finder.mentions(in: document)
        let later = finder.mentions(in: document, isKeyed: false)
        #expect(!keyed.isEmpty)
        #expect(later.allSatisfy { $0.key.isEmpty })
        #expect(keyed.map(\.key) == later.map { finder.key(of: $0.name) })
    }

    /// Mentions are marked «so» in the text; each has the name after `=` where it differs from what is written.
    @Test(arguments: [
        (
            "en",
            "Yesterday Foreign Minister «Anna Koval» met envoy «Ivan Petrov» here. «Koval=Anna Koval» said it went well."
        ),
        ("en", "Nobody came. Later Mr «Brown» told us that Spring was late. Winter said nothing."),
        (
            "ru",
            "Министр «Анна Коваль» говорила с «Иваном Петровым=Иван Петров». По словам «Петрова=Иван Петров», всё хорошо. Весна пришла."
        ),
        (
            "uk",
            "Міністр «Олена Коваленко» зустріла посла. «Коваленко=Олена Коваленко» сказала правду."
        ),
        (
            "de",
            "Die Ministerin «Anna Schulze» sprach mit «Karl von der Heide» über die Lage. «Schulze=Anna Schulze» sagte wenig."
        ),
        ("en", "We met «Anna Koval» (not Spring) at noon. Then «Koval’s» plan failed."),
        (
            "en",
            "Yesterday we met Secretary-General «Kang Yun-in» and his staff at noon. In March we left. Tongue-lashing is not for us. Lashing out helps nobody."
        ),
        ("ru", "Вчера «Кан Юн Хо» приехал на Кёльнскую конференцию."),
        ("uk", "Учора «Лю І» приїхав на Кельнську конференцію."),
    ])
    func finds(language: String, marked: String) throws {
        var plain = ""
        var expected: [String] = []
        for (index, part) in marked.split(separator: "«", omittingEmptySubsequences: false)
            .enumerated()
        {
            let pieces = part.split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
            if index == 0 || pieces.count < 2 {
                plain += part
                continue
            }
            let written = pieces[0].split(separator: "=")
            plain += written[0] + pieces[1]
            expected.append(String(written[0]).replacing("’s", with: ""))
        }
        let (text, found) = try Self.mentions(plain, language)
        #expect(found.filter { $0.kind == .person }.map { text[$0.span] } == expected)
        for name in marked.split(separator: "=").dropFirst().compactMap({
            $0.split(separator: "»").first
        }) {
            #expect(found.contains { $0.name == name }, "\(found.map(\.name))")
        }
    }

    @Test func aFamilyNameBelongsToTheFullNameBefore() throws {
        let (_, found) = try Self.mentions(
            "Президент Мартин Вагнер и Анна Орлова встретились. Вагнер сказал, что Орлова права.",
            "ru")
        let keys = found.map(\.key)
        #expect(keys.count == 4)
        #expect(keys[0] == keys[2] && keys[1] == keys[3] && keys[0] != keys[1])
    }

    @Test(arguments: [
        ("ru", "Мы видели Ивана Петрова и его врача.", "Ивана Петрова"),
        ("zh", "昨天王小明没有来。", "王小明"),
        ("ar", "وصل نور الدين الحسن إلى المدينة.", "نور الدين الحسن"),
        ("en", "seen: ivan petrov, Ivan Petrov.", "Ivan Petrov"),
    ])
    func knownNamesComeFirst(language: String, string: String, expected: String) throws {
        let tags = try [
            "ru": "Иван Петров", "zh": "王小明", "ar": "نور الدين الحسن", "en": "Ivan Petrov",
        ]
        .reduce(into: [LanguageTag: [String]]()) {
            $0[try #require(LanguageTag($1.key))] = [$1.value]
        }
        let known = KnownName(id: "q1", kind: .person, forms: tags)
        let (text, found) = try Self.mentions(string, language, known: [known])
        let hit = try #require(found.first { $0.key == "q1" })
        #expect(text[hit.span] == expected)
        #expect(hit.name == known.establishedForm(in: try #require(LanguageTag(language))))
    }

    /// What stands before a name ends its own mention.
    @Test(arguments: [
        (
            "uk", "Посол Італії Олена Коваленко прибула.",
            ["place Італія", "person Олена Коваленко"]
        ),
        (
            "ru", "Вчера глава МИД Китая Ван И прибыл к нам.",
            ["organisation МИД Китая", "person Ван И"]
        ),
        (
            "ru", "Об этом вчера у нас сообщил журналистам лидер КНР Анна Коваль.",
            ["organisation КНР", "person Анна Коваль"]
        ),
        (
            "de", "Gestern sprach Italiens Außenministerin Anna Schulze am Montag in Berlin.",
            ["place Italien", "person Anna Schulze"]
        ),
        (
            "en", "We saw Italy Foreign Minister Anna Koval here.",
            ["place Italy", "person Anna Koval"]
        ),
    ])
    func divides(language: String, string: String, expected: [String]) throws {
        let found = try Self.mentions(string, language).mentions
        #expect(found.map { "\($0.kind) \($0.name)" } == expected)
    }

    @Test(arguments: [
        ("uk", "Про це повідомила Україна. Ми бачили Україну.", "Україна"),
        ("ru", "Об этом Москва сказала послу в Москве.", "Москва"),
        ("de", "Das sagte Italien. Wir sahen Italiens Küste.", "Italien"),
        ("en", "Yesterday Italy said so.", "Italy"),
    ])
    func aPlaceThatSpeaksIsAPlace(language: String, string: String, name: String) throws {
        let tag = try #require(LanguageTag(language))
        let moscow = KnownName(
            id: "moscow", kind: .place, forms: [try #require(LanguageTag("ru")): ["Москва"]])
        let found = try Self.mentions(string, language, known: [moscow]).mentions
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.kind == .place && $0.name == name }, "\(tag): \(found)")
    }

    @Test(arguments: [
        ("zh", "外长王小明周三在这里说，一切都好。", ["王小明"]),
        ("zh", "克里姆林宫说，一切都好。", []),
        ("zh", "外长拉塔尼上周说，一切都好。", ["拉塔尼"]),
        ("zh", "俄罗斯说，一切都好。", []),
    ])
    func keepsOutOfOtherWords(language: String, string: String, expected: [String]) throws {
        let (text, found) = try Self.mentions(string, language)
        #expect(found.map { text[$0.span] } == expected)
    }

    @Test(arguments: [
        ("ru", "Мы видели Ивана Петрова. Петров молчал.", "Иван Петров"),
        ("ru", "Анна Петрова сказала это.", "Анна Петрова"),
        ("ru", "Мы говорили с Джо Банденом. Банден молчал.", "Джо Банден"),
        ("uk", "Ми бачили Президента Андрія Лавріна.", "Андрій Лаврін"),
        ("uk", "Це сказав Антоніо Таранні. Ми бачили Таранні.", "Антоніо Таранні"),
    ])
    func choosesTheDictionaryForm(language: String, string: String, name: String) throws {
        let found = try Self.mentions(string, language).mentions
        #expect(!found.isEmpty && found.allSatisfy { $0.name == name }, "\(found.map(\.name))")
    }

    @Test func placesAreFoundInAnyCaseForm() throws {
        let (text, found) = try Self.mentions("زار الوزير نور الحسن إيطاليا.", "ar")
        #expect(found.map { text[$0.span] } == ["نور الحسن"])
    }

    @Test func mentionsAreOrderedAndApart() throws {
        let (text, found) = try Self.mentions(
            "J. R. Brown, Anna-Maria Koval and O’Neill met U.S. envoys. Anna Brown-Koval said so.",
            "en")
        for (a, b) in zip(found, found.dropFirst()) { #expect(a.span.end <= b.span.start) }
        #expect(
            found.allSatisfy { $0.span.end <= text.count && !text[$0.span].contains("\u{FFFD}") })
    }

    @Test(arguments: ["en", "ru", "zh", "ar", "de", "ja", "xx"])
    func survives(language: String) throws {
        for string in [
            "", "…", "A", "А. Б. В. Г.", "((((", "𝒜𝓃𝓃𝒶 🎭", "\u{0301}\u{0301}", "王·王·王·王",
            String(repeating: "Anna ", count: 3_000), String(repeating: "李", count: 3_000),
            String(repeating: "O’", count: 3_000), String(repeating: "von ", count: 3_000),
        ] {
            let (text, found) = try Self.mentions(string, language)
            #expect(found.allSatisfy { $0.span.end <= text.count })
        }
    }
}
