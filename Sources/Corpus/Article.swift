internal import TextCore

/// How far people have looked at a version.
public enum ReviewState: String, CaseIterable, Sendable {
    case draft, reviewed, approved
}

/// The version that a version was translated from, and what it was then.
public struct Origin: Hashable, Sendable {
    public let version: VersionKey
    /// `nil` when nobody noted it.
    public let revision: Revision?
    var other: JSONFields = [:]

    public init(_ version: VersionKey, revision: Revision?) {
        self.version = version
        self.revision = revision
    }
}

/// What is known of an article's text in one language or by one outlet; the text itself is in its own file.
public struct Version: Hashable, Sendable {
    public let key: VersionKey
    public var title: String?
    /// ISO 8601, as precise as it is known.
    public var date: String?
    public var url: String?
    public var author: String?
    public var origin: Origin?
    public var review: ReviewState
    var other: JSONFields = [:]

    public init(_ key: VersionKey, origin: Origin? = nil, review: ReviewState = .draft) {
        self.key = key
        self.origin = origin
        self.review = review
    }
}

/// One story: its versions, by key.
public struct Article: Hashable, Sendable {
    public let slug: Slug
    public var versions: [VersionKey: Version]
    var other: JSONFields = [:]

    public init(_ slug: Slug, versions: [Version] = []) {
        self.slug = slug
        self.versions = Dictionary(versions.map { ($0.key, $0) }) { $1 }
    }

    public var keys: [VersionKey] { versions.keys.sorted() }

    /// A version by its key as written, or by a language that only one version has.
    public func version(named name: String) throws(CorpusError) -> Version {
        if let key = try? VersionKey(name) {
            if let version = versions[key] { return version }
            let sameLanguage = versions.values.filter { $0.key.language.matches(key.language) }
            if key.outlet == nil, sameLanguage.count == 1 { return sameLanguage[0] }
        }
        throw .noVersion(slug: slug.string, key: name, known: keys.map(\.string))
    }
}
