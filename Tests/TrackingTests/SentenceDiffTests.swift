import Testing
import Tracking

struct SentenceDiffTests {
    private func kinds(_ old: [String], _ new: [String]) -> [String] {
        SentenceDiff(old: old, new: new).changes.map(\.kind.rawValue)
    }

    private static let stories: [[String]] = [
        [
            "The mayor opened the bridge.", "It took nine years to build.",
            "Traffic starts on Monday.",
        ],
        ["Мэр открыла мост.", "Строили его девять лет.", "Движение начнётся в понедельник."],
        ["Мер відкрила міст.", "Будували його дев’ять років.", "Рух почнеться в понеділок."],
        ["市长宣布大桥正式通车。", "建设工程一共花了九年时间。", "下周一开始允许车辆通行。"],
        [
            "افتتحت رئيسة البلدية الجسر.", "استغرق البناء تسع سنوات كاملة.",
            "تبدأ الحركة يوم الاثنين.",
        ],
        [
            "Die Bürgermeisterin eröffnete die Brücke.", "Der Bau dauerte neun Jahre.",
            "Ab Montag rollt der Verkehr.",
        ],
    ]

    @Test(arguments: stories)
    func whatBecameOfASentence(story: [String]) {
        let (a, b, c) = (story[0], story[1], story[2])
        #expect(kinds(story, story) == ["kept", "kept", "kept"])
        #expect(kinds(story, [a, c]) == ["kept", "removed", "kept"])
        #expect(kinds([a, c], story) == ["kept", "added", "kept"])
        #expect(kinds(story, [b, c, a]).filter { $0 == "moved" }.count == 1)
        #expect(kinds(story, [a, b + " 2024", c]) == ["kept", "edited", "kept"])
        #expect(kinds(story, [a, "«" + b.uppercased() + "»", c]) == ["kept", "form", "kept"])
        #expect(kinds(story, [a, b + " " + c]) == ["kept", "form"])
        #expect(kinds(story, ["𝟘𝟙 🇺🇦"]).filter { $0 == "removed" }.count == 3)
    }

    @Test(arguments: [
        ("It cost 1.5 billion.", "It cost 15 billion.", true), ("Up 5%.", "Up 5.", true),
        ("It is −5 here.", "It is 5 here.", true), ("Well-known.", "Well known", true),
        ("He said: “Yes.”", "He said, «Yes»", false), ("Cafe\u{301} opens", "Café opens", false),
        ("Ｆｕｌｌ", "full", false), ("He did not agree.", "He did agree.", true),
    ])
    func numbersAndWordsCountAndMarksDoNot(old: String, new: String, isBehind: Bool) {
        #expect((SentenceDiff(old: [old], new: [new]).behindCount > 0) == isBehind)
    }

    @Test func aSplitIsOneChangeOfOneSentence() {
        let old = ["The mayor, who was elected in May, opened the bridge on Friday."]
        let new = ["The mayor was elected in May.", "She opened the bridge on Friday."]
        let changes = SentenceDiff(old: old, new: new).changes
        #expect(changes.count == 1)
        #expect(changes[0].kind == .edited && changes[0].old == 0..<1 && changes[0].new == 0..<2)
    }

    /// Whatever the texts are, every sentence of both is in one change.
    @Test(arguments: 0..<200)
    func everySentenceIsCoveredOnce(seed: Int) {
        var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        func pick(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let words = ["міст", "bridge", "大桥", "الجسر", "neun", "9", "года", "."]
        func text() -> [String] {
            (0..<pick(40)).map { _ in
                (0..<(1 + pick(4))).map { _ in words[pick(words.count)] }.joined(separator: " ")
            }
        }
        let (old, new) = (text(), text())
        let changes = SentenceDiff(old: old, new: new).changes
        #expect(changes.flatMap { Array($0.old) }.sorted() == Array(old.indices))
        #expect(changes.flatMap { Array($0.new) } == Array(new.indices))
    }

    @Test func longTextsWithNothingInCommonEnd() {
        let old = (0..<1_500).map { "old sentence \($0 &* 7919)" }
        let new = (0..<1_500).map { "нове речення \($0 &* 104_729)" }
        #expect(SentenceDiff(old: old, new: new).behindCount == 3_000)
    }
}
