public import TextCore

/// Beads as rungs: `i` tab `j` tab score, the sentence numbers at which each bead starts; the last line is the end of
/// both texts.
///
/// The form that hunalign writes (Varga et al., RANLP 2005).
public enum RungLadder {
    /// - Parameter beads: those of a cover: in order, with every sentence once.
    public static func write(_ beads: [Bead]) -> String {
        var (source, target) = (0, 0)
        var lines = ""
        for bead in beads {
            lines += "\(source)\t\(target)\t\(UnitScore.text(bead.score))\n"
            source += bead.source.count
            target += bead.target.count
        }
        return lines + "\(source)\t\(target)\t0\n"
    }
}
