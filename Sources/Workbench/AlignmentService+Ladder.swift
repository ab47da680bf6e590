internal import Interchange
public import TextCore

extension AlignmentService {
    /// Beads as the field's aligners and scorers write them: lines of `[0, 1]:[0]:0.9876`.
    public static func ladder(_ beads: [Bead]) -> String { BeadLadder.write(beads) }
}
