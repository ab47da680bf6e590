internal import Corpus
internal import FoundationEssentials
public import TextCore

/// Merges and splits the names of a corpus, under its lock; what was done can be undone.
public struct NameEditService: Sendable {
    private let corpus: CorpusService

    public init(_ corpus: CorpusService) { self.corpus = corpus }

    /// Merges entities into the first, which stays. One that only the texts have becomes known by it.
    ///
    /// - Parameter newID: an id for the first, where it was not known before.
    public func merge(_ ids: [String], as newID: String? = nil) throws -> KnownName {
        guard let first = ids.first, ids.count > 1 else {
            throw WorkbenchError(
                "merge takes two names or more", hint: "dragoman names merge ID ID…")
        }
        let found = try unlisted(ids)
        let target = found[first] == nil ? first : newID ?? first
        if let newID, newID != target {
            throw WorkbenchError(
                "'\(first)' is in names.jsonl and keeps its id", hint: "leave --as out")
        }
        return try edit(target) { editing throws(NameEditing.Refusal) in
            for id in ids {
                guard let name = found[id], !editing.has(id) else { continue }
                let known = id == first ? target : id
                try editing.add(KnownName(id: known, kind: name.kind, forms: name.forms))
            }
            for id in ids.dropFirst() { try editing.merge(id, into: target) }
        }
    }

    /// Takes forms out of an entity into a new one.
    ///
    /// - Parameter newID: the new one's id; made of the first form when left out.
    public func split(
        _ id: String, _ forms: [String], as newID: String? = nil
    ) throws -> KnownName {
        guard let first = forms.first else {
            throw WorkbenchError(
                "split takes the forms that go", hint: "dragoman names split ID FORM…")
        }
        let known = Set(try corpus.knownForms().map(\.id))
        let new = newID ?? Self.freeID(for: first, known)
        return try edit(new) { editing throws(NameEditing.Refusal) in
            try editing.split(id, forms, as: new)
        }
    }

    /// Takes the last change of an entity back.
    public func undo(_ id: String) throws -> KnownName {
        try edit(id) { editing throws(NameEditing.Refusal) in try editing.undo(id) }
    }

    /// Reads, edits and saves under one lock, and refuses where a line would be lost.
    private func edit(
        _ id: String, _ body: (inout NameEditing) throws(NameEditing.Refusal) -> Void
    ) throws(WorkbenchError) -> KnownName {
        let folder = corpus.folder
        let outcome: Result<KnownName?, WorkbenchError> = try WorkbenchError.wrap {
            () throws(CorpusError) in
            try folder.locked { writer throws(CorpusError) in
                let (records, problems) = try folder.names()
                // Saving would drop the lines that cannot be read.
                if let problem = problems.first { throw problem }
                var editing = NameEditing(records)
                do throws(NameEditing.Refusal) { try body(&editing) } catch {
                    return .failure(Self.words(error, records))
                }
                try writer.save(editing.records)
                return .success(editing.records.first { $0.name.id == id }?.name)
            }
        }
        guard let name = try outcome.get() else {
            throw WorkbenchError("'\(id)' is not in names.jsonl")
        }
        return name
    }

    /// Entities that the texts have but `names.jsonl` has not, with their forms.
    private func unlisted(_ ids: [String]) throws -> [String: KnownName] {
        let known = Set(try corpus.knownForms().map(\.id))
        let missing = Set(ids).subtracting(known)
        guard !missing.isEmpty else { return [:] }
        let rows = try NameTableService(corpus).table(of: corpus.slugs).rows
        var found: [String: KnownName] = [:]
        for row in rows where missing.contains(row.key) {
            let forms = Dictionary(grouping: row.forms) { $0.language }
                .mapValues { $0.map(\.form) }
            found[row.key] = KnownName(id: row.key, kind: row.kind, forms: forms)
        }
        return found
    }

    /// Letters and digits of the form with hyphens, and a number where that is taken.
    static func freeID(for form: String, _ taken: Set<String>) -> String {
        let table = CharacterTable.shared
        let words = Normalizer.fold(form).unicodeScalars.split {
            !table.isLetter($0) && !table.isDigit($0)
        }
        let stem = words.map { String($0) }.joined(separator: "-")
        let id = stem.isEmpty ? "name" : stem
        guard taken.contains(id) else { return id }
        var number = 2
        while taken.contains("\(id)-\(number)") { number += 1 }
        return "\(id)-\(number)"
    }

    private static func words(
        _ refusal: NameEditing.Refusal, _ records: [NameRecord]
    ) -> WorkbenchError {
        switch refusal {
        case .unknown(let id):
            WorkbenchError(
                "no name '\(id)'", hint: "'dragoman names' lists the corpus's names by id")
        case .sameEntity(let id): WorkbenchError("'\(id)' cannot be merged with itself")
        case .taken(let id):
            WorkbenchError("'\(id)' is taken by another name", hint: "give another with --as ID")
        case .noSuchForm(let id, let form, let known):
            WorkbenchError(
                "'\(id)' has no form '\(form)'", hint: "it has \(known.joined(separator: ", "))")
        case .nothingLeft(let id):
            WorkbenchError("'\(id)' would have no form left", hint: "name fewer forms")
        case .nothingToUndo(let id):
            WorkbenchError("nothing was merged into or split off '\(id)'")
        case .changedSince(let id):
            WorkbenchError(
                "'\(id)' was changed since", hint: "first: dragoman names undo \(id)")
        }
    }
}
