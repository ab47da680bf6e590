internal import TextCore

/// The headline of a page, without the name of the site that stands before or after it.
struct TitleReader {
    private static let separators = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", "｜", " / ", "_", " ‹ ",
    ]

    let head: HeadReader
    /// How the site calls itself, folded to letters and digits.
    let siteNames: [String]

    init(_ head: HeadReader, outlet: String?, url: String?) {
        self.head = head
        let named = [
            outlet, head.meta("application-name", "apple-mobile-web-app-title", "twitter:site"),
        ]
        siteNames = (named.compactMap { $0 } + [Self.host(url) ?? ""]).map(Self.key).filter {
            $0.count > 1
        }
    }

    func title() -> String? {
        let given =
            head.article?["headline"]?.string
            ?? head.meta("og:title", "dc.title", "dcterms.title", "twitter:title", "headline")
        if let given {
            let plain = Prose.collapse(Entities.decode(given).utf8)
            if !plain.isEmpty { return withoutSite(plain) }
        }
        if let documentTitle = head.documentTitle, !documentTitle.isEmpty {
            return fromDocumentTitle(documentTitle)
        }
        return head.headings.first { !$0.isEmpty }
    }

    /// A heading that the document's title begins or ends with is the headline.
    private func fromDocumentTitle(_ title: String) -> String {
        let key = Self.key(title)
        for heading in head.headings {
            let candidate = Self.key(heading)
            if candidate.count > 8, key.hasPrefix(candidate) || key.hasSuffix(candidate) {
                return heading
            }
        }
        let plain = withoutSite(title)
        if plain != title { return plain }
        // An unknown last part that is much shorter than the rest is the site's name.
        for separator in Self.separators {
            guard let cut = title.ranges(of: separator).last else { continue }
            let first = title[..<cut.lowerBound]
            let last = title[cut.upperBound...]
            // A dash may as well be part of the headline.
            let isDash = separator.contains { "-–—/".contains($0) }
            let room = isDash ? first.utf8.count / 2 + 4 : first.utf8.count + 4
            if Prose.weight(first.utf8) >= 3, Prose.weight(last.utf8) <= 6, last.utf8.count <= room
            {
                return Prose.collapse(first.utf8)
            }
        }
        return title
    }

    private func withoutSite(_ title: String) -> String {
        for separator in Self.separators {
            let parts = title.ranges(of: separator)
            if let last = parts.last, isSite(title[last.upperBound...]) {
                return withoutSite(Prose.collapse(title[..<last.lowerBound].utf8))
            }
            if let first = parts.first, isSite(title[..<first.lowerBound]) {
                return Prose.collapse(title[first.upperBound...].utf8)
            }
        }
        return title
    }

    private func isSite(_ part: Substring) -> Bool {
        let key = Self.key(part)
        guard key.utf8.count > 1 else { return false }
        return siteNames.contains { name in
            name == key || name.hasPrefix(key) && key.utf8.count >= 4
                || key.hasPrefix(name) && name.utf8.count >= 4
        }
    }

    private static func key(_ text: some StringProtocol) -> String {
        Normalizer.fold(String(text)).filter { $0.isLetter || $0.isNumber }
    }

    /// The name within a host: `example` of `https://www.example.co.uk/news`.
    private static func host(_ url: String?) -> String? {
        guard let url, let start = url.firstRange(of: "://") else { return nil }
        let host = url[start.upperBound...].prefix { !"/?#:".contains($0) }
        let labels = host.split(separator: ".").filter { $0.count > 3 && $0 != "www" }
        return labels.first.map(String.init)
    }
}

/// Character references that stand in a JSON string or an attribute a second time.
enum Entities {
    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
        "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—",
        "hellip": "…", "laquo": "«", "raquo": "»",
    ]

    static func decode(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        var out = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            out += rest[..<start]
            let after = rest[rest.index(after: start)...]
            if let end = after.prefix(10).firstIndex(of: ";"),
                let character = character(after[..<end])
            {
                out += character
                rest = after[after.index(after: end)...]
            } else {
                out += "&"
                rest = after
            }
        }
        return out + rest
    }

    private static func character(_ name: Substring) -> String? {
        if let known = named[String(name)] { return known }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
