import Alignment
import Testing
import TextCore

/// Short texts of our own in many scripts: lengths, numbers, names and punctuation are all there is to go by.
struct LanguagesTests {
    struct Version: Sendable {
        let language: String
        let sentences: [String]
    }

    static let english = [
        "The bridge was opened on 14 May 2019 after three years of work.",
        "“We waited a long time,” the mayor said.",
        "Did it cost 12.5 million euros?",
        "No: it cost 9,800,000, and the region paid half. Tolls are not planned.",
        "Trains run every 15 minutes (every 30 at night).",
    ]

    static let versions = [
        Version(
            language: "ru",
            sentences: [
                "Мост открыли 14 мая 2019 года после трёх лет работ.",
                "«Мы долго ждали», — сказал мэр.", "Обошёлся ли он в 12,5 миллиона евро?",
                "Нет: он стоил 9 800 000, и половину заплатил регион. Плату за проезд вводить не планируют.",
                "Поезда ходят каждые 15 минут (ночью каждые 30).",
            ]),
        Version(
            language: "uk",
            sentences: [
                "Міст відкрили 14 травня 2019 року після трьох років робіт.",
                "«Ми довго чекали», — сказав мер.", "Чи коштував він 12,5 мільйона євро?",
                "Ні: він коштував 9 800 000, і половину сплатив регіон. Плату за проїзд не планують.",
                "Потяги ходять кожні 15 хвилин (вночі кожні 30).",
            ]),
        Version(
            language: "zh",
            sentences: [
                "经过三年施工，大桥于2019年5月14日通车。", "“我们等了很久，”市长说。", "它花了1250万欧元吗？",
                "没有：花了9,800,000，地区政府付了一半，也不打算收费。", "火车每15分钟一班（夜间每30分钟一班）。",
            ]),
        Version(
            language: "ar",
            sentences: [
                "افتتح الجسر في ١٤ مايو ٢٠١٩ بعد ثلاث سنوات من العمل.",
                "قال رئيس البلدية: «انتظرنا طويلا».", "هل كلف ١٢٫٥ مليون يورو؟",
                "لا: كلف ٩٬٨٠٠٬٠٠٠ ودفعت المنطقة نصفها، ولا رسوم للعبور.",
                "تسير القطارات كل ١٥ دقيقة (وكل ٣٠ ليلا).",
            ]),
        Version(
            language: "de",
            sentences: [
                "Die Brücke wurde am 14. Mai 2019 nach drei Jahren Arbeit eröffnet.",
                "„Wir haben lange gewartet“, sagte der Bürgermeister.",
                "Kostete sie 12,5 Millionen Euro?",
                "Nein: Sie kostete 9.800.000, und die Region zahlte die Hälfte. Eine Maut ist nicht geplant.",
                "Züge fahren alle 15 Minuten (nachts alle 30).",
            ]),
        Version(
            language: "th",
            sentences: [
                "สะพานเปิดเมื่อวันที่ 14 พฤษภาคม 2019 หลังก่อสร้างสามปี", "“เรารอมานาน” นายกเทศมนตรีกล่าว",
                "มันราคา 12.5 ล้านยูโรหรือ?",
                "ไม่: ราคา 9,800,000 และภูมิภาคจ่ายครึ่งหนึ่ง ไม่มีแผนเก็บค่าผ่านทาง",
                "รถไฟวิ่งทุก 15 นาที (กลางคืนทุก 30 นาที)",
            ]),
    ]

    @Test(arguments: versions)
    func sentenceBySentence(version: Version) throws {
        let tag = try #require(LanguageTag(version.language))
        let pair = AlignmentPair(
            source: AlignmentSide(language: .english, lines: Self.english),
            target: AlignmentSide(language: tag, lines: version.sentences))
        let beads = SentenceAligner().align(pair)
        #expect(beads.map(\.source) == (0..<5).map { $0..<$0 + 1 }, "\(version.language)")
        #expect(beads.map(\.target) == (0..<5).map { $0..<$0 + 1 }, "\(version.language)")
    }

    @Test(arguments: versions)
    func aJoinedSentenceIsFound(version: Version) throws {
        let tag = try #require(LanguageTag(version.language))
        let joined =
            [version.sentences[0]] + [version.sentences[1] + " " + version.sentences[2]]
            + version.sentences[3...]
        let pair = AlignmentPair(
            source: AlignmentSide(language: .english, lines: Self.english),
            target: AlignmentSide(language: tag, lines: joined))
        let beads = SentenceAligner().align(pair)
        #expect(beads.map(\.source) == [0..<1, 1..<3, 3..<4, 4..<5], "\(version.language)")
    }
}
