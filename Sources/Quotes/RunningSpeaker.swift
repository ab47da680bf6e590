internal import TextCore

/// Gives a quotation without a frame the speaker of its neighbours.
struct RunningSpeaker {
    private var last: (speaker: TextSpan, draft: Int)?

    /// - Parameters:
    ///   - drafts: of one paragraph.
    ///   - earlier: of all paragraphs before.
    mutating func settle(_ drafts: inout [QuoteDraft], after earlier: [QuoteDraft], isTitle: Bool) {
        var before: Int?
        let following = followers(drafts)
        for index in drafts.indices where !drafts[index].isNested {
            if drafts[index].speaker != nil {
                before = index
            } else if drafts[index].isFloating {
                inherit(&drafts, index, before, following[index], earlier.count)
            }
        }
        drafts.removeAll { $0.isUnframed && $0.speaker == nil }
        if let found = drafts.lastIndex(where: { $0.speaker != nil && !$0.isNested }),
            let speaker = drafts[found].speaker, !isTitle
        {
            last = (speaker, earlier.count + found)
        }
    }

    /// From the quote before in the paragraph, else from the next one, else from the paragraph before.
    private func inherit(
        _ drafts: inout [QuoteDraft], _ index: Int, _ before: Int?, _ after: Int?,
        _ offset: Int
    ) {
        if !drafts[index].continues, let before {
            drafts[index].speaker = drafts[before].speaker
            drafts[index].inherits = offset + before
        } else if !drafts[index].isUnframed, let introducer = drafts[index].introducer {
            drafts[index].speaker = introducer
        } else if !drafts[index].continues, !drafts[index].isUnframed, let after {
            drafts[index].speaker = drafts[after].speaker
        } else if let last {
            drafts[index].speaker = last.speaker
            drafts[index].inherits = last.draft
        }
    }

    /// For each draft the next one with a speaker of its own.
    private func followers(_ drafts: [QuoteDraft]) -> [Int?] {
        var followers = [Int?](repeating: nil, count: drafts.count)
        var next: Int?
        for index in drafts.indices.reversed() {
            followers[index] = next
            if drafts[index].speaker != nil, !drafts[index].isNested { next = index }
        }
        return followers
    }
}
