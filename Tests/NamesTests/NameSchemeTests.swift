import LocaleData
import Names
import Testing
import TextCore

struct NameSchemeTests {
    static func write(_ name: String, _ language: String, _ scheme: String) throws -> String {
        let profile = try NameBench.profile(language)
        let found = try #require(profile.names.rendering.schemes.first { $0.id == scheme })
        return NameSchemeWriter(try NameBench().reader).write(name, found, of: profile)
    }

    /// The surname readings are those of surnames.
    @Test(arguments: [
        ("单立人", "Shàn Lìrén", "Shan Li-jên"), ("解小东", "Xiè Xiǎodōng", "Hsieh Hsiao-tung"),
        ("曾国宁", "Zēng Guóníng", "Tsêng Kuo-ning"), ("仇英平", "Qiú Yīngpíng", "Ch’iu Ying-p’ing"),
        ("张西安", "Zhāng Xī’ān", "Chang Hsi-an"),
    ])
    func chineseNames(name: String, pinyin: String, wadeGiles: String) throws {
        #expect(try Self.write(name, "zh", "pinyin") == pinyin)
        #expect(try Self.write(name, "zh", "wade-giles") == wadeGiles)
    }

    @Test(arguments: [
        ("Пётр Объедков", "ru", "bgn-pcgn", "Pëtr Ob”yedkov"),
        ("Пётр Объедков", "ru", "iso-9", "Pëtr Obʺedkov"),
        ("Згурський Євген", "uk", "kmu-2010", "Zghurskyi Yevhen"),
        ("Щербак Мар’яна", "uk", "kmu-2010", "Shcherbak Mariana"),
        ("독립문", "ko", "rr", "Dongnimmun"), ("최민준", "ko", "mccune-reischauer", "Ch’oe Minjun"),
        ("ふじた・しょうた", "ja", "kunrei", "Huzita Syôta"),
        ("Ευθύμιος Λαγκάδας", "el", "elot-743", "Efthymios Lagkadas"),
        ("خالد الشامي", "ar", "ala-lc", "Khāld al-Shāmī"),
    ])
    func standards(name: String, language: String, scheme: String, form: String) throws {
        #expect(try Self.write(name, language, scheme) == form)
    }

    @Test(arguments: ["", "…", "𝒜", "Ё", "王", "-"])
    func survives(name: String) throws {
        for (language, scheme) in [("ru", "iso-9"), ("zh", "pinyin"), ("ko", "rr")] {
            _ = try Self.write(name, language, scheme)
        }
    }
}
