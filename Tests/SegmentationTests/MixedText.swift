/// Texts of random pieces of all scripts: what ends sentences, what looks like it, and what breaks careless code.
struct MixedText {
    private static let words =
        list(
            """
            Wort Étude слово Дім 字 部长 كلمة שלום वह คำ ကား សួស្តី ბათუმი Բարև ቃል 한국어 습니다 ひらがな カタカナ لفظ ω
            İstanbul 𝒜lpha 𠮷野 🎭 🇺🇦 U.S. z.B. т.е. Dr. Mr. S. No. 3.14 12 A. https://example.org/?a.b
            x@example.org l'eau etc. a.m. 5° №
            """)
        + [
            "e\u{301}tude", "a\u{323}\u{307}", "\u{1112}\u{1161}\u{11AB}", "👩\u{200D}🚀", "\u{301}",
        ]
    private static let labels = list("1. 2. 3) a) b) (b) • i) iv) в)")
    private static let marks =
        list(
            """
            . . . ! ? … ... 。 ！ ？ । ॥ ۔ ؟ ። ။ ។ ։ ; : , 、 ?! ." .” !» 。」 .) [12] .12 " « » „ “ ” ( ) 「 」
            （ ） 《 》 — - ' ’
            """) + [". . .", "\u{200F}", "\u{200B}", "\u{FEFF}", "\u{0}", "\u{FFFD}"]
    private static let spaces =
        [String](repeating: " ", count: 6)
        + ["", "\u{A0}", "\u{202F}", "\u{3000}", "\t", "\n", "\r\n"]
    private static let paragraphEnds = ["\n\n", "\n\n", "\r\n\r\n", "\n \n", "\n\n\n\n", "\n"]

    private static func list(_ pieces: String) -> [String] {
        pieces.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private let words: [String]
    private var state: UInt64

    /// - Parameter hasLists: with labels such as "a)" and "2." among the words.
    init(seed: UInt64, hasLists: Bool = true) {
        state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        words = hasLists ? Self.words + Self.labels : Self.words
    }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, bound)
    }

    mutating func one(of pieces: [String]) -> String { pieces[below(pieces.count)] }

    /// Words with marks and spaces between them.
    mutating func paragraph(pieces count: Int) -> String {
        var text = ""
        for _ in 0..<count {
            text += one(of: words)
            if below(3) == 0 { text += one(of: Self.marks) }
            if below(12) == 0 { text += one(of: Self.marks) }
            text += one(of: Self.spaces)
        }
        return text
    }

    mutating func text(paragraphs count: Int, pieces: Int) -> String {
        var text = ""
        for _ in 0..<count {
            text += paragraph(pieces: 1 + below(pieces))
            text += one(of: Self.paragraphEnds)
        }
        return text
    }

    /// The bytes in pieces of up to `most`, cut anywhere.
    mutating func chunks(_ bytes: [UInt8], most: Int) -> [ArraySlice<UInt8>] {
        var chunks: [ArraySlice<UInt8>] = []
        var offset = 0
        while offset < bytes.count {
            let end = min(bytes.count, offset + 1 + below(most))
            chunks.append(bytes[offset..<end])
            offset = end
        }
        return chunks
    }
}
