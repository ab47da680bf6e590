internal import TextCore

/// Makes a page's metadata of what its head, its linked data and its first lines say.
struct MetadataReader {
    let raw: RawMetadata
    let linked: LinkedData
    let dates: DateReader

    /// - Parameters:
    ///   - headings: the page's first-level headings, in order.
    ///   - found: named groups of byline and date lines.
    func metadata(url: String?, headings: [String], found: [String: String]) -> PageMetadata {
        var metadata = PageMetadata()
        metadata.title = title(headings)
        metadata.date = date(found)
        metadata.author = first([
            linked.author, property("author"), property("article:author"), found["author"],
        ])
        .flatMap { $0.hasPrefix("http") ? found["author"] : $0 }
        metadata.outlet = first([property("og:site_name"), linked.outlet, found["outlet"]])
        metadata.url = first([raw.canonical, property("og:url"), url])
        metadata.declaredLanguage = declaredLanguage
        metadata.alternates = alternates
        return metadata
    }

    var declaredLanguage: LanguageTag? {
        for name in [
            raw.language, property("content-language"), property("og:locale"), linked.language,
        ] {
            if let tag = name.flatMap({ LanguageTag($0) }), tag != .undetermined { return tag }
        }
        return nil
    }

    private var alternates: [PageMetadata.Alternate] {
        raw.alternates.compactMap { language, url in
            LanguageTag(language).map { PageMetadata.Alternate(language: $0, url: url) }
        }
    }

    private func property(_ name: String) -> String? { raw.properties[name] }

    private func first(_ candidates: [String?]) -> String? {
        candidates.lazy.compactMap { $0 }.map(Self.tidied).first { !$0.isEmpty }
    }

    private static func tidied(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A heading that the page's title begins with or contains is the title without the site's name.
    private func title(_ headings: [String]) -> String? {
        let declared = first([property("og:title"), linked.headline, property("twitter:title")])
        let whole = Self.tidied(raw.title)
        let known = [declared ?? "", whole].map(Normalizer.fold)
        if let heading = headings.first(where: { heading in
            let folded = Normalizer.fold(heading)
            return folded.count > 7 && known.contains { $0.contains(folded) }
        }) {
            return heading
        }
        if let declared { return withoutSite(declared) }
        if !whole.isEmpty { return withoutSite(whole) }
        return headings.first
    }

    private static let separators = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / ", "_", "｜",
    ]

    /// Cuts the site's name off an end: the part that the page calls its site, else the shorter end part.
    private func withoutSite(_ title: String) -> String {
        let site = first([property("og:site_name"), linked.outlet]).map(Normalizer.fold)
        for separator in Self.separators {
            let parts = title.components(separatedBy: separator)
            guard parts.count > 1, let last = parts.last, let head = parts.first else { continue }
            if let site, Normalizer.fold(head) == site {
                return parts.dropFirst().joined(separator: separator)
            }
            let rest = parts.dropLast().joined(separator: separator)
            let isSite = site.map {
                Normalizer.fold(last) == $0 || Normalizer.fold(last).contains($0)
            }
            if isSite ?? (last.count * 2 < rest.count) { return rest }
        }
        return title
    }

    private func date(_ found: [String: String]) -> String? {
        let names = [
            "article:published_time", "datepublished", "date", "pubdate", "publishdate",
            "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date", "parsely-pub-date",
            "publication_date", "og:published_time", "article:published",
        ]
        let candidates =
            [linked.date] + names.map(property) + raw.times.prefix(1).map { $0 } + [found["date"]]
        return candidates.lazy.compactMap { $0 }.compactMap(dates.iso).first
    }
}

extension String {
    /// The parts between a separator; FoundationEssentials has no such function.
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
