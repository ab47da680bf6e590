internal import TextCore

/// A place where a sentence may end: a cluster of terminators, what closes after it, and what comes next.
struct BoundaryCandidate {
    /// Start of the sentence that would end here.
    let sentenceStart: Int
    let clusterStart: Int
    /// A `"` was opened before it and not closed.
    let isMarkOpen: Bool
    /// Where the bracket stands that is open here and holds its sentences together.
    let openBracket: Int?
    var clusterEnd: Int
    var dots = 0
    var ellipses = 0
    var strong = 0
    var full = 0
    var pictographs = 0
    var weak = 0
    /// The end of the sentence if it ends here: after closers and reference marks.
    var end: Int
    var isClosed = false
    var closesBracket = false
    /// Where the next word starts, after spaces, openers and dashes; the end of the text if none follows.
    var next = 0
    var hasSpace = false
    var isOpened = false
    var hasDash = false

    init(at offset: Int, sentenceStart: Int, isMarkOpen: Bool, openBracket: Int?) {
        clusterStart = offset
        clusterEnd = offset
        end = offset
        self.sentenceStart = sentenceStart
        self.isMarkOpen = isMarkOpen
        self.openBracket = openBracket
    }

    var isOneDot: Bool { dots == 1 && ellipses + strong + full == 0 }
    var isPictographOnly: Bool { pictographs > 0 && dots + ellipses + strong + full == 0 }
    var isEllipsis: Bool { ellipses > 0 || dots >= 2 }
    var isStrong: Bool { strong > 0 || full > 0 }

    mutating func count(_ classes: ScalarClass) {
        if classes.has(.dot) {
            dots += 1
        } else if classes.has(.strong) {
            strong += 1
        } else if classes.has(.full) {
            full += 1
        } else if classes.has(.ellipsis) {
            ellipses += 1
        } else if classes.has(.pictograph) {
            pictographs += 1
        } else {
            weak += 1
        }
    }
}
