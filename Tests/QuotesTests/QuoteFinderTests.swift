import Quotes
import Testing
import TextCore

struct QuoteFinderTests {
    @Test(arguments: [
        (
            "en", "“The dam holds,” the engineer said.",
            ["direct: The dam holds, | the engineer | none"]
        ),
        (
            "en", "“The dam,” said the engineer, “will hold for years.”",
            [
                "direct: The dam, | the engineer | none",
                "direct: will hold for years. | the engineer | none",
            ]
        ),
        (
            "en", "The mayor promised to “mend and widen” the old road.",
            ["direct: mend and widen | The mayor | none"]
        ),
        (
            "en", "According to Marta Lind, the bridge will open in June.",
            ["indirect: the bridge will open in June | Marta Lind | none"]
        ),
        (
            "ru", "«Плотина выдержит», — сказал инженер.",
            ["direct: Плотина выдержит | инженер | none"]
        ),
        (
            "ru", "Инженер сказал, что плотина выдержит.",
            ["indirect: плотина выдержит | Инженер | none"]
        ),
        (
            "uk", "«Гребля витримає», — сказала інженерка.",
            ["direct: Гребля витримає | інженерка | none"]
        ),
        (
            "en", "The mayor said the town would “mend and widen” the old road before winter.",
            [
                "mixed: the town would “mend and widen” the old road before winter | The mayor | none",
                "direct: mend and widen | The mayor | none",
            ]
        ),
        (
            "en", "The mayor said the “smart” lamps would be gone before winter.",
            ["mixed: the “smart” lamps would be gone before winter | The mayor | none"]
        ),
        (
            "de",
            "Die Ministerin hat in Bonn besonders die Rolle der Städte betont: „Sie zahlen mit.“",
            ["direct: Sie zahlen mit. | Die Ministerin | none"]
        ),
        (
            "de",
            "Der Leiter des Amtes, ein Ingenieur, kritisierte den Plan scharf: „Das hält nie.“",
            ["direct: Das hält nie. | Der Leiter des Amtes | none"]
        ),
        (
            "de", "In dem Bericht des Amtes heißt es: „Der Damm ist sicher.“",
            ["direct: Der Damm ist sicher. | dem Bericht des Amtes | none"]
        ),
        (
            "de",
            "Der Ingenieur sagte, der Damm halte. Er habe ihn selbst geprüft. Die Stadt feiert heute.",
            [
                "indirect: der Damm halte | Der Ingenieur | none",
                "indirect: Er habe ihn selbst geprüft | Der Ingenieur | none",
            ]
        ),
        (
            "de", "Der Plan wurde von der Ingenieurin als „ein schöner Traum“ bezeichnet.",
            ["direct: ein schöner Traum | der Ingenieurin | none"]
        ),
        (
            "en", "“The dam will hold for years.” – Marta Lind",
            ["direct: The dam will hold for years. | Marta Lind | none"]
        ),
        (
            "en", "The engineer said:\n\n“The dam will hold for years.”",
            ["direct: The dam will hold for years. | The engineer | none"]
        ),
        (
            "en", "Marta Lind attacked the plan, saying, “It will never hold.”",
            ["direct: It will never hold. | Marta Lind | none"]
        ),
        (
            "en", "The mayor urged the town to wait and added that the dam was safe.",
            [
                "indirect: to wait | The mayor | none",
                "indirect: the dam was safe | The mayor | none",
            ]
        ),
        (
            "en", "But to be safe, she said, the whole town should wait.",
            [
                "indirect: But to be safe | she | none",
                "indirect: the whole town should wait | she | none",
            ]
        ),
        (
            "de", "Hier sparte die Ingenieurin nicht mit Kritik: „Das hält nie.“",
            ["direct: Das hält nie. | die Ingenieurin | none"]
        ),
        (
            "ru", "«Мы, — сказал инженер, — готовы».",
            ["direct: Мы | инженер | none", "direct: готовы | инженер | none"]
        ),
        (
            "ru",
            "Министр энергетики в понедельник на встрече с послом заявил, что плотина выдержит.",
            ["indirect: плотина выдержит | Министр энергетики | none"]
        ),
        (
            "ru", "«Плотина выдержит», — заявила журналистам инженер Вера Лис.",
            ["direct: Плотина выдержит | инженер Вера Лис | none"]
        ),
        (
            "uk", "«Гребля витримає», — йдеться у повідомленні відомства.",
            ["direct: Гребля витримає | повідомленні відомства | none"]
        ),
        (
            "fr", "« Le barrage, a expliqué l'ingénieur, tiendra des années. »",
            [
                "direct: Le barrage | l'ingénieur | none",
                "direct: tiendra des années. | l'ingénieur | none",
            ]
        ),
        (
            "fr", "« Le barrage tiendra », a déclaré lundi à Paris la ministre.",
            ["direct: Le barrage tiendra | la ministre | none"]
        ),
        (
            "zh-Hans", "外交部发言人周一在北京对记者表示，双方将继续对话。",
            ["indirect: 双方将继续对话 | 外交部发言人 | none"]
        ),
        (
            "ja", "市長は、橋に被害はないと述べた。",
            ["indirect: 橋に被害はない | 市長 | none"]
        ),
        (
            "ar", "وجاء في بيان الوزارة: «الجسر آمن».",
            ["direct: الجسر آمن | بيان الوزارة | none"]
        ),
        (
            "de", "Der Sender „Radio Nord“ berichtete von einem Sturm.", []
        ),
        (
            "de", "„Der Damm hält“, sagte die Ingenieurin.",
            ["direct: Der Damm hält | die Ingenieurin | none"]
        ),
        (
            "de", "Die Ingenieurin erklärte: „Der Damm hält noch lange.“",
            ["direct: Der Damm hält noch lange. | Die Ingenieurin | none"]
        ),
        (
            "fr", "« Le barrage tient », a déclaré la ministre.",
            ["direct: Le barrage tient | la ministre | none"]
        ),
        ("zh-Hans", "工程师说：“大坝很稳固。”", ["direct: 大坝很稳固。 | 工程师 | none"]),
        ("zh-Hans", "工程师表示，大坝将在春天完工。", ["indirect: 大坝将在春天完工 | 工程师 | none"]),
        (
            "en", "The Nordwind Agency quoted the mayor as saying the dam would hold.",
            ["indirect: the dam would hold | the mayor | none"]
        ),
        (
            "en", "Lind says the dam holds, and the council said it needs repair.",
            [
                "indirect: the dam holds | Lind | none",
                "indirect: it needs repair | the council | none",
            ]
        ),
        ("ar", "قال المهندس إن السد متين جدا.", ["indirect: السد متين جدا | المهندس | none"]),
        ("ar", "قال الوزير: «السد متين ولا خوف».", ["direct: السد متين ولا خوف | الوزير | none"]),
    ])
    func findsWordsAndSpeaker(language: String, text: String, expected: [String]) throws {
        #expect(try QuoteFixture.finder(language).summary(text) == expected)
    }

    @Test(arguments: [
        ("en", "“We wait,” the envoy said through an interpreter.", "interpreted"),
        ("en", "“We wait,” the envoy said in Portuguese.", "language_noted"),
        ("en", "“We wait,” the envoy said in English.", "none"),
        ("en", "“We came through an interpreter’s gate,” the envoy said.", "none"),
        ("en", "“Enough,” said the envoy, annoyed by the interpreter.", "none"),
        ("ru", "«Мы ждём», — сказал посол через переводчика.", "interpreted"),
        ("uk", "«Ми чекаємо», — сказав посол через перекладача.", "interpreted"),
        ("zh-Hans", "大使通过翻译说：“我们在等待。”", "interpreted"),
        ("de", "„Wir warten“, sagte der Botschafter über einen Dolmetscher.", "interpreted"),
    ])
    func tellsMediation(language: String, text: String, expected: String) throws {
        let quotes = try QuoteFixture.finder(language).quotes(Text(text))
        #expect(quotes.map(\.mediation.kind.rawValue) == [expected])
    }

    @Test(arguments: [
        ("en", "The ship is called “Morning Tide”."),
        ("en", "The shelf is 24\" wide and 6' long, in the ’90s style."),
        ("en", "The dogs' owner didn't say 'no' in '99."),
        ("ru", "Газета «Северный ветер» выходит по вторникам."),
        ("uk", "Гурт «Зоря» виступив у п’ятницю."),
        ("de", "Das Schiff heißt „Abendstern“."),
    ])
    func refusesWhatIsNoQuote(language: String, text: String) throws {
        #expect(try QuoteFixture.finder(language).summary(text) == [])
    }

    @Test func tellsWhoToldWhat() throws {
        let text = Text("“She told us that the school will open,” the father said.")
        let quotes = try QuoteFixture.finder("en").quotes(text)
        try #require(quotes.count == 2)
        #expect(quotes[0].relay.isEmpty)
        #expect(text[quotes[1].span] == "the school will open")
        #expect(quotes[1].relay.map { text[$0] } == ["the father"])
        #expect(quotes[1].chain.map(\.action) == [.speak, .relay, .publish])
    }

    @Test func resolvesNamesRolesAndPronouns() throws {
        let string = """
            The minister Marta Lind came late.
            “I am sorry,” Lind said. “The road was closed,” she added.
            “We start now,” the minister said.
            """
        let text = Text(string)
        func mention(_ name: String) throws -> [Mention] {
            let range = try #require(string.utf8.firstRange(of: Array(name.utf8)))
            let start = string.utf8.distance(from: string.utf8.startIndex, to: range.lowerBound)
            return [
                Mention(
                    span: TextSpan(start, start + name.utf8.count), kind: .person, key: "lind",
                    name: "Marta Lind")
            ]
        }
        let surname = try #require(string.utf8.firstRange(of: Array("Lind said".utf8)))
        let start = string.utf8.distance(from: string.utf8.startIndex, to: surname.lowerBound)
        let mentions =
            try mention("Marta Lind") + [
                Mention(
                    span: TextSpan(start, start + 4), kind: .person, key: "lind", name: "Marta Lind"
                )
            ]
        let quotes = try QuoteFixture.finder("en").quotes(text, mentions)
        #expect(quotes.map { $0.speaker?.name } == ["Marta Lind", "Marta Lind", "Marta Lind"])
        #expect(quotes[0].speaker.map { $0.confidence > 0.9 } == true)
        #expect(quotes[2].speaker.map { $0.confidence < 0.9 } == true)
    }

    @Test(arguments: [
        ("en", "Foreign Minister «Anna Keller» came. “We wait,” the minister said."),
        ("de", "Außenministerin «Anna Keller» kam. „Wir warten“, sagte die Ministerin."),
        ("ru", "Министр «Анна Келлер» приехала. «Мы ждём», — сказала министр."),
        ("ja", "«山田花子»外相が着いた。「待っている」と外相は述べた。"),
        ("ja", "«山田花子»が着いた。「待っている」と山田外相は述べた。"),
        ("en", "«Anna Keller» came. “We wait,” Keller said."),
    ])
    func resolvesRolesAndSurnames(_ language: String, _ marked: String) throws {
        let parts = marked.split(separator: "»", maxSplits: 1).map(String.init)
        let head = try #require(parts.first).split(separator: "«", maxSplits: 1).map(String.init)
        let name = try #require(head.last)
        let before = head.count > 1 ? head[0] : ""
        let text = Text(before + name + (parts.last ?? ""))
        let mention = Mention(
            span: TextSpan(before.utf8.count, before.utf8.count + name.utf8.count), kind: .person,
            key: "keller", name: name)
        let quotes = try QuoteFixture.finder(language).quotes(text, [mention])
        #expect(quotes.map { $0.speaker?.name } == [name])
    }

    @Test func readsTranscripts() throws {
        let text = "MINISTER (through interpreter): We are glad. Very glad."
        #expect(
            try QuoteFixture.finder("en").summary(text)
                == ["direct: We are glad. Very glad. | MINISTER | interpreted"])
    }

    @Test func sharesFlagsAmongPieces() throws {
        let text = Text("“We,” the envoy said through an interpreter, “are patient people.”")
        let quotes = try QuoteFixture.finder("en").quotes(text)
        #expect(quotes.map(\.mediation.kind) == [.interpreted, .interpreted])
        #expect(Set(quotes.map(\.group)).count == 1)
    }

    @Test func continuesOverParagraphs() throws {
        let text = "“We waited long, the envoy said.\n“And then the boat came.”"
        let found = try QuoteFixture.finder("en").summary(text)
        #expect(found.count == 2)
        #expect(
            found.last == "direct: And then the boat came. | - | none"
                || found.last?.contains("And then the boat came.") == true)
    }
}
