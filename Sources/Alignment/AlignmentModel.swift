/// All that has been learned at one time: what a bead is scored with.
struct AlignmentModel: Sendable {
    var toTarget: TranslationTable
    var toSource: TranslationTable
    var length: LengthModel
    var priors: BeadPriors
    let backgroundShare: Float
    let lengthWeight: Float
}
