internal import FoundationEssentials

/// What a language's data must keep doing: the files under `cases/`.
public enum LocaleCases {
    public struct Segmentation: Codable, Sendable {
        public let text: String
        public let sentences: [String]
        /// Why the analyser does not manage it yet; such a case must fail.
        public let pending: String?
    }

    public struct Quotes: Codable, Sendable {
        public struct Quote: Codable, Hashable, Sendable {
            public let text: String
            public let type: String
            public let speaker: String?
            public let mediation: String?
            public let mark: String?
        }

        public let text: String
        public let quotes: [Quote]
        public let pending: String?
    }

    public struct Mediation: Codable, Sendable {
        public struct Quote: Codable, Hashable, Sendable {
            public let text: String
            public let mediation: String
            /// The words that say so, and where they stand; none where nothing does.
            public let mark: String?
            public let scope: String?
            public let relay: [String]?
        }

        /// What the case is about.
        public let shows: String
        public let text: String
        /// Every quote that somebody stood behind, and those that must stay without a flag.
        public let quotes: [Quote]
        public let pending: String?
    }

    public struct Names: Codable, Sendable {
        public let a: String
        public let b: String
        public let lang: String
        public let same: Bool
        public let pending: String?
    }

    /// A name of the folder's language by one of its schemes.
    public struct Schemes: Codable, Sendable {
        public let name: String
        public let scheme: String
        public let form: String
        public let pending: String?
    }

    /// A name of the folder's language in another, by convention.
    public struct Rendering: Codable, Sendable {
        public let name: String
        public let to: String
        public let form: String
        /// How the other language reads its characters.
        public let reading: String?
        public let pending: String?
    }

    /// A name whose language must be told, or left open: with `among`, the folder's is one of several.
    public struct Languages: Codable, Sendable {
        public let name: String
        public let among: [String]?
        public let pending: String?
    }

    public struct Furniture: Codable, Sendable {
        public let text: String
        public let kind: String?
        public let pending: String?
    }

    /// The cases of one file with their line numbers; none when the folder has no such file.
    public static func load<Case: Decodable>(
        _ type: Case.Type, file: String, tag: String, in catalogue: LocaleCatalogue
    ) throws(LocaleDataError) -> [(line: Int, value: Case)] {
        try LocaleFolder(directory: catalogue.directory, name: tag)
            .jsonLines("cases/\(file).jsonl", as: type)
    }
}
