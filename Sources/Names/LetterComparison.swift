/// Compares tokens of two readings letter by letter, one side in Latin letters and the other in its own script.
struct LetterComparison {
    let aligner: LetterAligner
    /// The side in its own script, and the one in Latin letters.
    let own: LetterRun
    let latin: LetterRun
    let ownIsLeft: Bool

    /// How much of a pair's cost the letters say; the sounds say the rest.
    static let share: Float = 0.5
    /// What an even chance costs, as the sounds count.
    static let evenCost: Float = 0.3

    /// `nil` unless one side's letters are Latin and the other side's have learned costs.
    init?(
        _ left: NameReading, _ right: NameReading, leftCosts: LetterCosts?,
        rightCosts: LetterCosts?, room: UnsafeMutablePointer<Float>
    ) {
        if let costs = leftCosts, !left.letters.ones.isEmpty, right.letters.isLatin {
            own = left.letters
            latin = right.letters
            aligner = LetterAligner(costs: costs, room: room)
            ownIsLeft = true
        } else if let costs = rightCosts, !right.letters.ones.isEmpty, left.letters.isLatin {
            own = right.letters
            latin = left.letters
            aligner = LetterAligner(costs: costs, room: room)
            ownIsLeft = false
        } else {
            return nil
        }
    }

    /// What sounds and letters say together.
    func cost(_ i: Int, _ leftCount: Int, _ j: Int, _ rightCount: Int, sounds: Float) -> Float {
        let places = ownIsLeft ? own.range(i, leftCount) : own.range(j, rightCount)
        let columns = ownIsLeft ? latin.range(j, rightCount) : latin.range(i, leftCount)
        guard !places.isEmpty, !columns.isEmpty else { return sounds }
        let letters =
            aligner.cost(own, places, latin, columns, ceiling: Self.highest) * Self.evenCost
        return Self.share * letters + (1 - Self.share) * sounds
    }

    /// Above this much times an even chance, letters tell no more.
    private static let highest: Float = 5
}
