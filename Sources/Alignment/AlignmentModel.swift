/// All that has been learned at one time: what a bead is scored with.
struct AlignmentModel: Sendable {
    var toTarget: TranslationTable
    var toSource: TranslationTable
    var length: LengthModel
    var priors: BeadPriors
    /// Before anything is learned every stretch looks like a gap, so there are none at first.
    var gaps = GapPriors(leaving: nil)
    let backgroundShare: Float
    let lengthWeight: Float
}
