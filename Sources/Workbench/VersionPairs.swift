internal import Corpus
internal import TextCore

/// Which versions of an article are aligned with which: a text with what it was made from, else with the article's
/// source; and the versions of one language with each other.
struct VersionPairs {
    let pairs: [(source: VersionReading, target: VersionReading)]

    init(_ versions: [VersionReading]) {
        var pairs: [(source: VersionReading, target: VersionReading)] = []
        func add(_ source: VersionReading, _ target: VersionReading) {
            let isKnown = pairs.contains {
                ($0.source.key == source.key && $0.target.key == target.key)
                    || ($0.source.key == target.key && $0.target.key == source.key)
            }
            if !isKnown, source.key != target.key { pairs.append((source, target)) }
        }
        let hub = Self.hub(versions)
        for version in versions {
            let origin = version.version.origin.flatMap { origin in
                versions.first { $0.key == origin.version }
            }
            if let source = origin ?? hub { add(source, version) }
        }
        for (index, first) in versions.enumerated() {
            for second in versions[(index + 1)...]
            where first.key.language.matches(second.key.language) {
                add(first, second)
            }
        }
        self.pairs = pairs
    }

    /// The version that most others were made from; else the English one, else the first.
    static func hub(_ versions: [VersionReading]) -> VersionReading? {
        let origins = versions.compactMap { $0.version.origin?.version }
        let counts = Dictionary(origins.map { ($0, 1) }, uniquingKeysWith: +)
        let most = versions.filter { counts[$0.key] != nil }
            .max { (counts[$0.key] ?? 0, $1.key.string) < (counts[$1.key] ?? 0, $0.key.string) }
        return most ?? versions.first { $0.key.language.language == "en" } ?? versions.first
    }
}
