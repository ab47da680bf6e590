/// A parsed page: its elements and texts in document order, in flat arrays.
///
/// A node's descendants are the nodes from its own index up to `end`, so that sums over a subtree are differences of
/// prefix sums and nothing here needs recursion, however deep the page nests.
struct PageTree {
    struct Node {
        let tag: PageTag
        /// -1 for the first.
        let parent: Int32
        /// The index after the last descendant.
        var end: Int32
        /// For texts: where they stand in ``PageTree/text``.
        let textStart: Int32
        let textEnd: Int32
        /// What class, id, role and style say of it.
        let mark: PageMark
    }

    var nodes: [Node] = []
    /// All character data, UTF-8.
    var text: [UInt8] = []
    var metadata = RawMetadata()
}

/// What the attributes of an element say of it.
enum PageMark: String {
    case none
    /// `itemprop="articleBody"`.
    case articleBody
    /// Its class or id is one that article bodies have.
    case content
    /// Not shown to a reader.
    case unseen
    // Its class, id or element is one that furniture has; named as in `furniture.txt`.
    case navigation, breadcrumb, share, comments, newsletter, related, cookies, licence, byline
    case date, advertisement, caption, paywall, copyright, app, origin

    var isFurniture: Bool {
        switch self {
        case .none, .articleBody, .content, .unseen: false
        default: true
        }
    }
}

/// What the head of a page declares, as it is written there.
struct RawMetadata {
    /// `name` or `property` or `itemprop` of meta elements, lower case; the first value stands.
    var properties: [String: String] = [:]
    var title = ""
    var language: String?
    var canonical: String?
    var alternates: [(language: String, url: String)] = []
    /// The contents of `application/ld+json` scripts.
    var linkedData: [String] = []
    /// `datetime` of time elements, in order.
    var times: [String] = []
}
