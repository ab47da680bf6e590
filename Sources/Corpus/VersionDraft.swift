internal import TextCore

/// A text that is to become a version of an article, with what is known of it.
public struct VersionDraft: Sendable {
    /// The input as it came.
    public struct Raw: Sendable {
        public enum Suffix: String, CaseIterable, Sendable {
            case html, txt
        }

        public let bytes: [UInt8]
        public let suffix: Suffix

        public init(_ bytes: [UInt8], _ suffix: Suffix) {
            self.bytes = bytes
            self.suffix = suffix
        }
    }

    public let key: VersionKey
    /// The headline is a block of its own; where it is missing, `title` becomes one.
    public let blocks: [DraftBlock]
    public let title: String?
    public var date: String?
    public var url: String?
    public var author: String?
    /// The version that it was translated from, as a user names it.
    public var from: String?
    public var raw: Raw?

    public init(_ key: VersionKey, blocks: [DraftBlock], title: String? = nil) {
        let heading = blocks.first { $0.kind == .title }?.text
        self.key = key
        self.title = (title ?? heading).map(Self.oneLine)
        if heading == nil, let title {
            self.blocks = [DraftBlock(.title, title)] + blocks
        } else {
            self.blocks = blocks
        }
    }

    /// Sets what the draft knows; what it does not know stays.
    func describe(_ version: inout Version) {
        if let title { version.title = title }
        if let date { version.date = date }
        if let url { version.url = url }
        if let author { version.author = author }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
