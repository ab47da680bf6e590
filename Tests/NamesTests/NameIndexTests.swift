import Names
import Testing

struct NameIndexTests {
    static let people = [
        ("p1", "Anna Koval"), ("p2", "Ana Kovač"), ("p3", "Ivan Petrov"), ("p4", "Piotr Iwanow"),
        ("p5", "Wang Yi"), ("p6", "Wang Yuan"), ("p7", "Maria Silva"), ("p8", "Karl Schulze"),
        ("p9", "Omar al-Hassan"), ("p10", "Amir Hosseini"), ("p11", "Takashi Mori"),
    ]

    static func index(_ bench: NameBench) throws -> NameIndex {
        NameIndex(
            try people.map { .init(entity: $0.0, record: try bench.record($0.1, "en")) },
            table: bench.languages.table)
    }

    @Test(arguments: [
        ("Анна Коваль", "uk", "p1"), ("Иван Петров", "ru", "p3"), ("王毅", "zh", "p5"),
        ("Мария Силва", "ru", "p7"), ("Карл Шульце", "ru", "p8"), ("عمر الحسن", "ar", "p9"),
        ("امیر حسینی", "fa", "p10"), ("モリ・タカシ", "ja", "p11"), ("Koval, A.", "en", "p1"),
    ])
    func finds(name: String, language: String, entity: String) throws {
        let bench = try NameBench()
        let found = try Self.index(bench).lookUp(
            try bench.record(name, language), bench.matcher)
        #expect(found.first?.entry.entity == entity)
    }

    @Test func anEntityIsGivenOnceAndTheBestFirst() throws {
        let bench = try NameBench()
        let index = NameIndex(
            [
                .init(entity: "a", record: try bench.record("Lavrov", "en")),
                .init(entity: "a", record: try bench.record("Лавров", "ru")),
                .init(entity: "b", record: try bench.record("Laurov", "en")),
            ], table: bench.languages.table)
        let found = index.lookUp(try bench.record("Лавров", "ru"), bench.matcher)
        #expect(found.map(\.entry.entity) == ["a", "b"])
        #expect(found[0].score > found[1].score)
    }

    @Test func anEmptyIndexAndAnEmptyNameFindNothing() throws {
        let bench = try NameBench()
        let empty = NameIndex([], table: bench.languages.table)
        #expect(empty.lookUp(try bench.record("Анна", "ru"), bench.matcher).isEmpty)
        #expect(try Self.index(bench).lookUp(try bench.record("…", "ru"), bench.matcher).isEmpty)
    }
}
