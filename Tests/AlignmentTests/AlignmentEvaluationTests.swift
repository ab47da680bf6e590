import Alignment
import Testing

struct AlignmentEvaluationTests {
    typealias Link = AlignmentEvaluation.Link

    static let gold = [
        Link(source: [0], target: [0]), Link(source: [1], target: [1, 2]),
        Link(source: [2], target: []), Link(source: [3], target: [3]),
    ]

    @Test func theGoldAgreesWithItself() {
        let same = AlignmentEvaluation(found: Self.gold, gold: Self.gold)
        #expect(same.strict.f1 == 1 && same.lax.f1 == 1)
    }

    @Test func aPartlyRightBeadIsLaxlyRight() {
        let found = [
            Link(source: [0], target: [0]), Link(source: [1], target: [1]),
            Link(source: [2], target: [2]), Link(source: [3], target: [3]),
        ]
        let result = AlignmentEvaluation(found: found, gold: Self.gold)
        #expect(result.strict.precision == 0.5)
        #expect(result.strict.recall == 2.0 / 3)
        #expect(result.lax.precision == 0.75)
        #expect(result.lax.recall == 1)
    }

    @Test func nothingFoundIsNothingRight() {
        let result = AlignmentEvaluation(found: [], gold: Self.gold)
        #expect(result.strict.f1 == 0 && result.lax.recall == 0)
    }
}
