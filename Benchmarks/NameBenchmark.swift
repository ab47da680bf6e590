import LocaleData
import Names
import TextCore

/// Comparing, indexing and looking up invented names, beside ICU's Any-Latin with Levenshtein's distance.
struct NameBenchmark: BenchmarkArea {
    static let name = "names"

    static func run() throws {
        let catalogue = try LocaleCatalogue(directory: "locales")
        let languages = NameLanguages(root: try catalogue.profile(for: .undetermined))
        let reader = NameReader(languages)
        let matcher = NameMatcher(languages)
        guard let russian = LanguageTag("ru") else { return }
        let profiles = (
            en: try catalogue.profile(for: .english), ru: try catalogue.profile(for: russian)
        )
        var invention = InventedNames()
        let names = (0..<30_000).map { _ in invention.next() }
        let latin = names.map { reader.record($0.latin, .english, profiles.en) }
        let cyrillic = names.prefix(2_000).map { reader.record($0.cyrillic, russian, profiles.ru) }
        comparisons(names, latin, cyrillic, matcher)
        lookUps(latin, cyrillic, matcher, languages)
    }

    private static func comparisons(
        _ names: [InventedNames.Name], _ latin: [NameRecord], _ cyrillic: [NameRecord],
        _ matcher: NameMatcher
    ) {
        let count = 200_000
        var same = 0
        let transliterator = Transliterator("Any-Latin; Latin-ASCII; Lower")
        let left = names.prefix(2_000).map {
            Array((transliterator?.transliterate($0.cyrillic) ?? "").utf8)
        }
        let right = names.map { Array($0.latin.lowercased().utf8) }
        let result = SideBySide(rounds: 3).run(
            ours: {
                for index in 0..<count {
                    let score = matcher.score(
                        cyrillic[index % cyrillic.count], latin[index % latin.count])
                    if score > 0.5 { same += 1 }
                }
            },
            theirs: {
                for index in 0..<count {
                    same += levenshtein(left[index % left.count], right[index % right.count])
                }
            })
        print(
            "\((Double(count) / result.ours).short) pairs a second, "
                + "ICU with edit distance \((Double(count) / result.theirs).short)")
    }

    private static func lookUps(
        _ latin: [NameRecord], _ cyrillic: [NameRecord], _ matcher: NameMatcher,
        _ languages: NameLanguages
    ) {
        let entries = latin.enumerated().map {
            NameIndex.Entry(entity: "\($0.offset)", record: $0.element)
        }
        var index = NameIndex([], table: languages.table)
        let built = SideBySide().seconds { index = NameIndex(entries, table: languages.table) }
        var hits = 0
        let queries = cyrillic.prefix(500)
        let times = queries.enumerated().map { number, record in
            SideBySide().seconds {
                if index.lookUp(record, matcher).first?.entry.entity == "\(number)" { hits += 1 }
            }
        }.sorted()
        print(
            "index of \(latin.count) in \(built.short) s; look-up "
                + "p50 \((times[times.count / 2] * 1e3).short) ms, "
                + "p95 \((times[times.count * 95 / 100] * 1e3).short) ms; "
                + "\(hits) of \(queries.count) first")
    }

    private static func levenshtein(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let cost = left == right ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}

/// Names of two invented words, in Latin and Cyrillic letters.
private struct InventedNames {
    struct Name {
        let latin: String
        let cyrillic: String
    }

    private static let syllables = [
        ("ka", "ка"), ("ro", "ро"), ("li", "ли"), ("men", "мен"), ("tov", "тов"), ("sha", "ша"),
        ("ber", "бер"), ("dal", "дал"), ("gu", "гу"), ("vin", "вин"), ("zo", "зо"), ("pe", "пе"),
        ("nar", "нар"), ("fi", "фи"), ("khu", "ху"), ("ya", "я"), ("chek", "чек"), ("ost", "ост"),
    ]
    private var state: UInt64 = 7

    mutating func next() -> Name {
        let (given, family) = (word(), word())
        return Name(
            latin: given.0.capitalised + " " + family.0.capitalised,
            cyrillic: given.1.capitalised + " " + family.1.capitalised)
    }

    private mutating func word() -> (String, String) {
        var word = ("", "")
        for _ in 0..<(2 + random(2)) {
            let syllable = Self.syllables[random(Self.syllables.count)]
            word = (word.0 + syllable.0, word.1 + syllable.1)
        }
        return word
    }

    private mutating func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
