import Testing
import TextCore

struct KnownNameTests {
    static let wang = KnownName(
        id: "wang-yi", kind: .person,
        forms: [
            tag("zh-Hans"): ["王毅"], tag("ru"): ["Ван И", "Вана И"], tag("en"): ["Wang Yi"],
            tag("ar"): ["وانغ يي"],
        ])

    @Test(arguments: [
        ("ru", "Ван И"), ("zh", "王毅"), ("zh-CN", "王毅"), ("en-GB", "Wang Yi"), ("ar-EG", "وانغ يي"),
    ])
    func theFirstFormOfTheNearestLanguageServes(language: String, form: String) {
        #expect(Self.wang.establishedForm(in: tag(language)) == form)
    }

    @Test(arguments: ["uk", "de", "zh-TW"])
    func anotherLanguagesFormIsNeverLent(language: String) {
        #expect(Self.wang.establishedForm(in: tag(language)) == nil)
    }
}
