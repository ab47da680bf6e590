import Corpus
import Testing
import TextCore

struct NameEditingTests {
    static func tag(_ name: String) -> LanguageTag { LanguageTag(name) ?? .undetermined }

    static func record(_ id: String, _ forms: [String: [String]], extra: JSONFields = [:])
        -> NameRecord
    {
        let forms = Dictionary(forms.map { (tag($0.key), $0.value) }) { $1 }
        return NameRecord(KnownName(id: id, kind: .person, forms: forms), extra: extra)
    }

    static let koval = record(
        "koval",
        ["en": ["Anna Koval"], "ru": ["Анна Коваль"], "zh": ["安娜·科瓦尔"], "ar": ["آنا كوفال"]],
        extra: ["language": .string("uk")])
    static let kowal = record(
        "kowal",
        ["en": ["Anna Kowal", "Anna Koval"], "de": ["Anna Kowal"], "uk": ["Анна Коваль"]],
        extra: ["language": .string("pl"), "note": .string("𝒜")])

    static func editing() -> NameEditing { NameEditing([koval, kowal]) }

    @Test func mergedFormsComeLastAndTheMergeCanBeUndone() throws {
        var editing = Self.editing()
        try editing.merge("kowal", into: "koval")
        let merged = try #require(editing.records.first)
        #expect(editing.records.count == 1)
        #expect(merged.name.forms[.english] == ["Anna Koval", "Anna Kowal"])
        #expect(merged.name.forms[Self.tag("uk")] == ["Анна Коваль"])
        #expect(merged.name.establishedForm(in: .english) == "Anna Koval")
        #expect(merged.spokenLanguage == Self.tag("uk"))
        try editing.undo("koval")
        #expect(Set(editing.records) == [Self.koval, Self.kowal])
    }

    @Test func splitFormsGoAndComeBackInOrder() throws {
        var editing = Self.editing()
        try editing.split("kowal", ["Anna Kowal"], as: "anna-kowal")
        #expect(editing.records.map(\.name.id) == ["koval", "kowal", "anna-kowal"])
        #expect(editing.records[1].name.forms[.english] == ["Anna Koval"])
        #expect(editing.records[1].name.forms[Self.tag("de")] == nil)
        #expect(editing.records[2].name.forms[Self.tag("de")] == ["Anna Kowal"])
        try editing.undo("kowal")
        #expect(editing.records == [Self.koval, Self.kowal])
    }

    @Test func changesAreUndoneLastFirst() throws {
        var editing = Self.editing()
        try editing.merge("kowal", into: "koval")
        try editing.split("koval", ["Анна Коваль"], as: "third")
        try editing.undo("koval")
        try editing.undo("koval")
        #expect(Set(editing.records) == [Self.koval, Self.kowal])
        #expect(throws: NameEditing.Refusal.nothingToUndo(id: "koval")) {
            try editing.undo("koval")
        }
    }

    @Test func whatCannotBeDoneIsRefused() throws {
        var editing = Self.editing()
        let before = editing.records
        #expect(throws: NameEditing.Refusal.sameEntity(id: "koval")) {
            try editing.merge("koval", into: "koval")
        }
        #expect(throws: NameEditing.Refusal.unknown(id: "nobody")) {
            try editing.merge("nobody", into: "koval")
        }
        #expect(throws: NameEditing.Refusal.taken(id: "koval")) {
            try editing.split("kowal", ["Anna Kowal"], as: "koval")
        }
        #expect(
            throws: NameEditing.Refusal.noSuchForm(
                id: "koval", form: "Koval",
                known: ["Anna Koval", "Анна Коваль", "آنا كوفال", "安娜·科瓦尔"])
        ) { try editing.split("koval", ["Koval"], as: "new") }
        #expect(throws: NameEditing.Refusal.nothingLeft(id: "kowal")) {
            try editing.split("kowal", ["Anna Kowal", "Anna Koval", "Анна Коваль"], as: "new")
        }
        #expect(editing.records == before)
        try editing.split("kowal", ["Anna Kowal"], as: "new")
        try editing.merge("koval", into: "new")
        #expect(throws: NameEditing.Refusal.changedSince(id: "new")) { try editing.undo("kowal") }
    }

    @Test func changesSurviveTheFile() throws {
        let corpus = try TemporaryCorpus()
        var editing = Self.editing()
        try editing.merge("kowal", into: "koval")
        try editing.split("koval", ["آنا كوفال"], as: "third")
        let edited = editing.records
        try corpus.folder.locked { writer throws(CorpusError) in try writer.save(edited) }
        var read = NameEditing(try corpus.folder.names().records)
        #expect(Set(read.records) == Set(editing.records))
        try read.undo("koval")
        try read.undo("koval")
        #expect(Set(read.records) == [Self.koval, Self.kowal])
    }
}
