import Testing

@testable import Workbench

struct NameSpellingTests {
    @Test(arguments: [
        ("Anna Koval", "Koval", true), ("Anna Koval", "A. Koval", true),
        ("Anna Koval", "Anna Kowal", false), ("Koval", "Kowal", false),
        ("Анна Коваль", "Коваль", true), ("Анна Коваль", "Ганна Коваль", false),
        ("王毅", "王", true), ("王毅", "王義", false), ("آنا كوفال", "كوفال", true),
        ("آنا كوفال", "آنا كوفل", false), ("Jörg Weiß", "JÖRG WEISS", true),
        ("ABC", "Alliance of Big Cities", true), ("Cafe\u{301}", "Café", true),
        ("𠮷野", "𠮷", true),
    ])
    func formsAgreeWhereOneShortensTheOther(a: String, b: String, agree: Bool) {
        #expect(NameSpelling(a).agrees(with: NameSpelling(b)) == agree)
        #expect(NameSpelling(b).agrees(with: NameSpelling(a)) == agree)
    }
}
