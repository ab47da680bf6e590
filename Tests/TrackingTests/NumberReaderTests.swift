import Testing

@testable import Tracking

struct NumberReaderTests {
    static let lexicon = WordingLexicon(
        multipliers: [
            "thousand": 1000, "million": 1_000_000, "тысяч": 1000, "млн": 1_000_000,
            "Millionen": 1_000_000, "万": 10_000, "億": 100_000_000, "만": 10_000,
            "مليون": 1_000_000, "लाख": 100_000,
        ], negations: [], hasWholeWords: true)

    @Test(
        arguments: [
            ("1,500", [1500]), ("1.500", [1500]), ("1 500", [1500]), ("1\u{202F}500", [1500]),
            ("1’500", [1500]), ("1500", [1500]), ("١٬٥٠٠", [1500]), ("१,५००", [1500]),
            ("1.5 thousand", [1500]), ("1,5 тысяч", [1500]), ("12,34,567", [1_234_567]),
            ("1.234.567,89", [1_234_567.89]), ("1,234,567.89", [1_234_567.89]),
            ("3万", [30_000]), ("1.2万人", [12_000]), ("3億5000万", [350_000_000]), ("5만 명", [50_000]),
            ("12 млн", [12_000_000]), ("2 Millionen", [2_000_000]), ("٣ مليون", [3_000_000]),
            ("2 लाख", [200_000]), ("3.14", [3.14]), ("50%", [50]), ("7 of 12", [12]),
            ("1.2.3", []), ("in 1999, 2000", [1999, 2000]), ("🎭 15", [15]), ("", []),
        ] as [(String, [Double])])
    func numbersAreReadByValue(text: String, values: [Double]) {
        #expect(NumberReader(text, Self.lexicon).values.sorted() == values)
    }

    @Test func multipliersWithoutDigitsAreKept() {
        let reader = NumberReader("two million, 3 million", Self.lexicon)
        #expect(reader.values == [3_000_000] && reader.spelled == [1_000_000])
    }

    @Test func aLongRowOfDigitsEnds() {
        let row = String(repeating: "1,", count: 50_000)
        #expect(NumberReader(row, Self.lexicon).values.count <= 1)
    }
}
