public import Corpus
public import TextCore

/// Where a version stands: whether it is there, how much of its source it has, and how far behind it is.
public struct VersionStatus: Hashable, Sendable {
    /// The one word for it; where several hold, the first in this order.
    public enum State: String, CaseIterable, Sendable {
        /// There is no text.
        case missing
        /// Its origin is a version that is not there.
        case orphan
        /// Its source changed since it was made.
        case outdated
        /// Too few of the source's sentences have a counterpart.
        case partial
        case present
    }

    public let slug: String
    public let language: LanguageTag
    /// `nil` where a wanted language has no version at all.
    public let key: VersionKey?
    public let state: State
    public let origin: VersionKey?
    /// The share of the source's sentences that have a counterpart; `nil` where nothing was aligned.
    public let coverage: Double?
    /// The source's sentences that changed since the version was made; `nil` where that cannot be told.
    public let behind: Int?
    /// The same for the versions that its source was made from, summed over the whole way.
    public let behindOnTheWay: Int
    /// False when the text, or its source, changed since the two were aligned.
    public let isAlignmentCurrent: Bool
    public let review: ReviewState?
}
