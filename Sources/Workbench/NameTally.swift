internal import TextCore

/// Counts the forms of names, entity by entity.
struct NameTally {
    private struct Written: Hashable {
        let language: LanguageTag
        let form: String
    }

    private struct Use {
        var count = 0
        var places: [NameTableService.Place] = []
    }

    private struct Entity {
        var kinds: [EntityKind: Int] = [:]
        var forms: [Written: Use] = [:]
    }

    private let known: [String: KnownName]
    /// The entity that a folded form surely means; `nil` where several have it.
    private let byForm: [String: String?]
    private var entities: [String: Entity] = [:]

    init(_ known: [KnownName]) {
        self.known = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
        byForm = Dictionary(
            known.flatMap { name in
                name.forms.values.joined().map { (Normalizer.fold($0), Optional(name.id)) }
            }
        ) { $0 == $1 ? $0 : nil }
    }

    /// - Parameter written: the mention's own words.
    mutating func add(
        _ mention: Mention, _ written: String, _ language: LanguageTag,
        _ place: NameTableService.Place
    ) {
        // A text's own mention of a known form stays one entity, however it was found.
        let key = (byForm[Normalizer.fold(mention.name)] ?? nil) ?? mention.key
        let listed = known[key].map { $0.listed(in: language) } ?? []
        let form = listed.isEmpty ? mention.name : Self.nearest(listed, to: written)
        let words = form.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var entity = entities[key] ?? Entity()
        entity.kinds[mention.kind, default: 0] += 1
        var use = entity.forms[Written(language: language, form: words)] ?? Use()
        use.count += 1
        if use.places.count < NameTableService.placeLimit, !use.places.contains(place) {
            use.places.append(place)
        }
        entity.forms[Written(language: language, form: words)] = use
        entities[key] = entity
    }

    var rows: [NameTableService.Row] {
        entities.map(row).sorted { a, b in
            if a.isKnown != b.isKnown { return a.isKnown }
            return a.count != b.count ? a.count > b.count : a.key < b.key
        }
    }

    private func row(_ key: String, _ entity: Entity) -> NameTableService.Row {
        let forms = entity.forms.map {
            NameTableService.Form(
                language: $0.key.language, form: $0.key.form, count: $0.value.count,
                places: $0.value.places)
        }.sorted { a, b in
            if a.language != b.language { return a.language < b.language }
            return a.count != b.count ? a.count > b.count : a.form < b.form
        }
        let kind = EntityKind.allCases.max {
            entity.kinds[$0, default: 0] < entity.kinds[$1, default: 0]
        }
        return NameTableService.Row(
            key: key, kind: known[key]?.kind ?? kind ?? .person, isKnown: known[key] != nil,
            forms: forms, inconsistent: Self.inconsistent(forms))
    }

    /// The listed form that shares the longest beginning with a mention, which may stand in any case.
    private static func nearest(_ forms: [String], to written: String) -> String {
        let mention = Array(Normalizer.fold(written).unicodeScalars)
        var best = (form: forms[0], shared: -1)
        for form in forms {
            let scalars = Array(Normalizer.fold(form).unicodeScalars)
            if scalars == mention { return form }
            let shared = zip(scalars, mention).prefix { $0 == $1 }.count
            if shared > best.shared { best = (form, shared) }
        }
        return best.form
    }

    private static func inconsistent(_ forms: [NameTableService.Form]) -> [LanguageTag] {
        let byLanguage = Dictionary(grouping: forms) { $0.language }
        return byLanguage.filter { _, forms in
            let spellings = forms.map { NameSpelling($0.form) }
            // The commonest form is the measure: comparing all with all would be quadratic.
            return spellings.dropFirst().contains { !$0.agrees(with: spellings[0]) }
        }.keys.sorted()
    }
}

extension KnownName {
    /// The forms in a language, the established one first.
    fileprivate func listed(in language: LanguageTag) -> [String] {
        forms[language] ?? forms.keys.filter { $0.matches(language) }.min().flatMap { forms[$0] }
            ?? []
    }
}
