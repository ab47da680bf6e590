internal import TextCore

/// Weighs what a page says of itself in many places into one answer each.
struct MetadataReader {
    private let head: HeadReader
    private let url: String?

    /// - Parameter url: where the page was fetched from, where that is known.
    init(_ head: HeadReader, url: String?) {
        self.head = head
        self.url = url
    }

    /// All but the date, which needs the language.
    func metadata() -> PageMetadata {
        var metadata = PageMetadata()
        metadata.url = address()
        metadata.outlet = outlet()
        metadata.author = author()
        metadata.declaredLanguage = declaredLanguage()
        metadata.alternates = head.alternates
        metadata.title = TitleReader(head, outlet: metadata.outlet, url: metadata.url).title()
        return metadata
    }

    /// The day of publication, in the order of how much the places are to be trusted.
    func date(_ reader: DateReader) -> String? {
        let places: [String?] = [
            head.article?["datePublished"]?.string,
            head.meta(
                "article:published_time", "og:published_time", "datepublished",
                "article:published", "parsely-pub-date", "sailthru.date", "publish-date",
                "publishdate", "pubdate", "publication_date", "article.published", "dc.date.issued",
                "dcterms.issued", "dc.date", "dcterms.created", "dcterms.date", "dc.date.created",
                "citation_publication_date", "citation_date", "article_date_original", "date",
                "cxenseparse:recs:publishtime", "timestamp"),
            head.article?["dateCreated"]?.string,
        ]
        for place in places.compactMap(\.self) + head.times {
            if let date = reader.iso(place) { return date }
        }
        return dateInAddress(reader)
    }

    /// Many sites file an article under its day: `/2024/05/17/`.
    private func dateInAddress(_ reader: DateReader) -> String? {
        guard let path = address() else { return nil }
        let parts = path.split(whereSeparator: { "/-_.".contains($0) })
        for index in parts.indices.dropLast(2) {
            let window = parts[index..<index + 3]
            guard window[index].count == 4, window.dropFirst().allSatisfy({ $0.count <= 2 }),
                window.allSatisfy({ $0.allSatisfy(\.isNumber) })
            else { continue }
            if let date = reader.iso(window.joined(separator: "-")) { return date }
        }
        return nil
    }

    private func address() -> String? {
        let places = [
            head.canonical, head.meta("og:url"), head.article?["url"]?.string, url,
        ]
        return places.lazy.compactMap(\.self).first { $0.contains("://") } ?? url
    }

    private func outlet() -> String? {
        let places = [
            head.meta("og:site_name"),
            head.article?["publisher"]?.items.lazy.compactMap { $0["name"]?.string }.first,
            head.meta("application-name", "dc.publisher", "dcterms.publisher"),
        ]
        return places.lazy.compactMap(\.self).map { Prose.collapse($0.utf8) }.first { !$0.isEmpty }
    }

    private func author() -> String? {
        let named = head.article?["author"]?.items.compactMap { $0["name"]?.string ?? $0.string }
        if let named, !named.isEmpty { return join(named) }
        let places = [
            head.meta(
                "author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author",
                "byl", "article:author", "og:article:author", "citation_author"),
            head.authorLinks.first, head.meta("itemprop:author"),
        ]
        return places.lazy.compactMap(\.self).compactMap { self.join([$0]) }.first
    }

    private func join(_ names: [String]) -> String? {
        var seen: [String] = []
        for name in names.prefix(8) {
            let plain = Prose.collapse(Entities.decode(name).utf8)
            guard !plain.isEmpty, !plain.contains("://"), !seen.contains(plain) else { continue }
            seen.append(plain)
        }
        return seen.isEmpty ? nil : seen.joined(separator: ", ")
    }

    private func declaredLanguage() -> LanguageTag? {
        let places = [
            head.htmlLanguage, head.article?["inLanguage"]?.string,
            head.meta("content-language", "language", "dc.language", "dcterms.language"),
            head.meta("og:locale"),
        ]
        for place in places.compactMap(\.self) {
            let first = place.split(whereSeparator: { ",; ".contains($0) }).first.map(String.init)
            // `en_US.UTF-8` and "English" do not count as tags; a language has two or three letters.
            guard let tag = LanguageTag(first ?? ""), (2...3).contains(tag.language.utf8.count),
                tag != .undetermined
            else { continue }
            return tag
        }
        return nil
    }
}
