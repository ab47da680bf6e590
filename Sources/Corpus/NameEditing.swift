public import TextCore

/// Merges and splits the entities of `names.jsonl`, and takes that back.
///
/// A pure function of the file's lines; the caller reads and saves them under one lock.
public struct NameEditing: Sendable {
    /// Why an edit cannot be done.
    public enum Refusal: Error, Hashable, Sendable {
        case unknown(id: String)
        case sameEntity(id: String)
        case taken(id: String)
        case noSuchForm(id: String, form: String, known: [String])
        /// Nothing would stay behind.
        case nothingLeft(id: String)
        case nothingToUndo(id: String)
        /// An entity that must be undone first, since it was changed since.
        case changedSince(id: String)
    }

    public private(set) var records: [NameRecord]

    public init(_ records: [NameRecord]) { self.records = records }

    /// Adds an entity that the file does not have.
    public mutating func add(_ name: KnownName) throws(Refusal) {
        guard !has(name.id) else { throw .taken(id: name.id) }
        records.append(NameRecord(name))
    }

    public func has(_ id: String) -> Bool { records.contains { $0.name.id == id } }

    /// Lays the forms of one entity after those of another, and keeps the one that went.
    public mutating func merge(_ id: String, into target: String) throws(Refusal) {
        guard id != target else { throw .sameEntity(id: id) }
        let (from, to) = (try place(id), try place(target))
        let gone = records[from]
        var gained: [LanguageTag: [String]] = [:]
        var forms = records[to].name.forms
        for (language, list) in gone.name.forms {
            let new = list.filter { !(forms[language] ?? []).contains($0) }
            guard !new.isEmpty else { continue }
            gained[language] = new
            forms[language, default: []] += new
        }
        replace(to, forms: forms)
        records[to].note(.merged(gone, gained: gained))
        records.remove(at: from)
    }

    /// Takes forms out of an entity, in whatever languages they stand, into a new one.
    public mutating func split(
        _ id: String, _ written: [String], as new: String
    ) throws(Refusal) {
        guard !has(new) else { throw .taken(id: new) }
        let index = try place(id)
        let name = records[index].name
        let wanted = Set(written.map { Text($0).string })
        let all = name.forms.values.joined()
        for form in wanted.sorted() where !all.contains(form) {
            throw .noSuchForm(id: id, form: form, known: Set(all).sorted())
        }
        var (forms, before): ([LanguageTag: [String]], [LanguageTag: [String]]) = ([:], [:])
        var rest = name.forms
        for (language, list) in name.forms where list.contains(where: wanted.contains) {
            before[language] = list
            forms[language] = list.filter(wanted.contains)
            let stays = list.filter { !wanted.contains($0) }
            rest[language] = stays.isEmpty ? nil : stays
        }
        guard !rest.isEmpty else { throw .nothingLeft(id: id) }
        replace(index, forms: rest)
        records[index].note(.split(id: new, forms: forms, before: before))
        records.append(NameRecord(KnownName(id: new, kind: name.kind, forms: forms)))
    }

    /// Takes the last change of an entity back.
    public mutating func undo(_ id: String) throws(Refusal) {
        let index = try place(id)
        guard let change = records[index].changes.last else { throw .nothingToUndo(id: id) }
        switch change {
        case .merged(let gone, let gained): try separate(index, gone, gained)
        case .split(let other, let forms, let before): try rejoin(index, other, forms, before)
        }
    }

    private mutating func separate(
        _ index: Int, _ gone: NameRecord, _ gained: [LanguageTag: [String]]
    ) throws(Refusal) {
        guard !has(gone.name.id) else { throw .taken(id: gone.name.id) }
        var forms = records[index].name.forms
        for (language, new) in gained {
            let stays = (forms[language] ?? []).filter { !new.contains($0) }
            forms[language] = stays.isEmpty ? nil : stays
        }
        replace(index, forms: forms)
        records[index].dropLastChange()
        records.append(gone)
    }

    private mutating func rejoin(
        _ index: Int, _ other: String, _ forms: [LanguageTag: [String]],
        _ before: [LanguageTag: [String]]
    ) throws(Refusal) {
        var rest = records[index].name.forms
        for (language, list) in before {
            // What was added since the split stays, behind what was there.
            rest[language] = list + (rest[language] ?? []).filter { !list.contains($0) }
        }
        if let place = records.firstIndex(where: { $0.name.id == other }) {
            guard records[place].changes.isEmpty else { throw .changedSince(id: other) }
            // Forms that the other entity got since are its own, and keep it alive.
            var own = records[place].name.forms
            for (language, list) in forms {
                let stays = (own[language] ?? []).filter { !list.contains($0) }
                own[language] = stays.isEmpty ? nil : stays
            }
            replace(index, forms: rest)
            records[index].dropLastChange()
            if own.isEmpty { records.remove(at: place) } else { replace(place, forms: own) }
        } else {
            replace(index, forms: rest)
            records[index].dropLastChange()
        }
    }

    private func place(_ id: String) throws(Refusal) -> Int {
        guard let index = records.firstIndex(where: { $0.name.id == id }) else {
            throw .unknown(id: id)
        }
        return index
    }

    private mutating func replace(_ index: Int, forms: [LanguageTag: [String]]) {
        let name = records[index].name
        records[index].name = KnownName(id: name.id, kind: name.kind, forms: forms)
    }
}
