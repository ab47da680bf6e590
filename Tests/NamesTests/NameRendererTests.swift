import LocaleData
import Names
import Testing
import TextCore

struct NameRendererTests {
    static func render(
        _ name: String, _ from: String, _ to: String, known: [KnownName] = [],
        origin: String? = nil
    ) throws -> NameRendering {
        NameRenderer(reader: try NameBench().reader, known: known).render(
            name, from: try NameBench.profile(from), to: try NameBench.profile(to),
            origin: try origin.map { try NameBench.profile($0) })
    }

    @Test(arguments: [
        ("王毅", "zh", "ru", "Ван И"), ("王毅", "zh", "en", "Wang Yi"), ("王毅", "zh", "uk", "Ван І"),
        ("王毅", "zh", "ko", "왕이"), ("解小东", "zh", "en", "Xie Xiaodong"),
        ("曾国宁", "zh", "ru", "Цзэн Гонин"), ("김하늘", "ko", "en", "Kim Ha-neul"),
        ("小林健一", "ja", "en", "Kenichi Kobayashi"), ("小林健一", "ja", "ko", "고바야시 겐이치"),
        ("Szabó György", "hu", "ru", "Дьёрдь Сабо"), ("Karl Hoffmann", "de", "ko", "카를 호프만"),
        ("Сергей Лавров", "ru", "en", "Sergey Lavrov"),
        ("Сергей Лавров", "ru", "de", "Sergej Lawrow"),
        ("Сергей Лавров", "ru", "uk", "Сергій Лавров"),
        ("Сергей Лавров", "ru", "ar", "سيرغي لافروف"),
        ("Сергей Лавров", "ru", "zh", "谢尔盖·拉夫罗夫"),
        ("Микола Вознюк", "uk", "ru", "Николай Вознюк"),
        ("John Smith", "en", "ru", "Джон Смит"), ("John Smith", "en", "ja", "ジョン・スミス"),
        ("John Smith", "en", "zh", "约翰·史密斯"), ("John Smith", "en", "ko", "존 스미스"),
        ("Jürgen Schulz", "de", "ru", "Юрген Шульц"), ("Pedro Muñoz", "es", "ru", "Педро Муньос"),
        ("Giovanni Bianchi", "it", "ru", "Джованни Бьянки"),
        ("خالد الشامي", "ar", "en", "Khaled al-Shami"), ("ג׳ון סמית", "he", "en", "John Smit"),
        ("विजय शर्मा", "hi", "en", "Vijay Sharma"), ("Κώστας Μπότσαρης", "el", "en", "Kostas Botsaris"),
        ("Anna Koval", "en", "de", "Anna Koval"),
    ])
    func followsTheConvention(name: String, from: String, to: String, form: String) throws {
        let rendering = try Self.render(name, from, to)
        #expect(rendering.form == form)
        #expect(rendering.ground != .established)
    }

    /// A name in an English text may come from anywhere.
    @Test(arguments: [
        ("Schulz", "de", "Шульц"), ("Yusuf", "ar", "Юсуф"), ("Bianchi", "it", "Бьянки"),
        ("Ogawa", "ja", "Огава"),
        ("Zhang", "zh", "Чжан"),
    ])
    func latinLettersAreReadByTheNamesOrigin(name: String, origin: String, form: String) throws {
        #expect(try Self.render(name, "en", "ru", origin: origin).form == form)
    }

    @Test func charactersThatAreKeptHaveAReading() throws {
        let rendering = try Self.render("王毅", "zh", "ja")
        #expect(rendering.form == "王毅" && rendering.reading == "オウ・キ")
        #expect(try Self.render("John Smith", "en", "ja").reading == nil)
    }

    @Test func theConventionIsNamed() throws {
        #expect(try Self.render("王毅", "zh", "ru").ground == .convention("Palladius"))
        #expect(try Self.render("王毅", "zh", "en").ground == .convention("pinyin"))
        #expect(try Self.render("Anna Koval", "en", "de").ground == .asWritten)
    }

    @Test func anEstablishedFormGoesBeforeTheConvention() throws {
        let known = KnownName(
            id: "q1", kind: .person,
            forms: [
                try #require(LanguageTag("ru")): ["Иван Петров"],
                try #require(LanguageTag("en")): ["John Peters", "Ivan Petrov"],
            ])
        let rendering = try Self.render("Иван Петров", "ru", "en", known: [known])
        #expect(rendering.form == "John Peters" && rendering.ground == .established)
        #expect(
            try Self.render("Иван Петров", "ru", "uk", known: [known]).ground
                == .convention("Ukrainian practice for Russian"))
    }

    /// The case of a name, and its gender, are the original's.
    @Test func smallWordsAndEndingsStay() throws {
        #expect(try Self.render("Otto von Berg", "de", "ru").form == "Отто фон Берг")
        #expect(try Self.render("Анной Ковалёвой", "ru", "en").form == "Annoy Kovalyovoy")
    }

    @Test(arguments: ["", " ", "🎭", "…", "𝒜", "王·", "O’Neill", "Ё", "-", "'", "אבג", "᠎"])
    func survives(name: String) throws {
        for (from, to) in [("en", "ru"), ("ru", "en"), ("zh", "ar"), ("ar", "zh"), ("xx", "ko")] {
            _ = try Self.render(name, from, to)
        }
    }
}
