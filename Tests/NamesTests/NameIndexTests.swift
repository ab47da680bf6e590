import Testing
import TextCore

@testable import Names

struct NameIndexTests {
    static let people = [
        ("p1", "Anna Koval", "en"), ("p2", "Ana Kovač", "en"), ("p3", "Ivan Petrov", "en"),
        ("p4", "Piotr Iwanow", "en"), ("p5", "Wang Yi", "en"), ("p6", "Wang Yuan", "en"),
        ("p7", "Maria Silva", "en"), ("p8", "Karl Schulze", "en"), ("p9", "Omar al-Hassan", "en"),
        ("p10", "Amir Hosseini", "en"), ("p11", "Takashi Mori", "en"),
    ]

    static func build(
        _ names: [(String, String, String)], _ bench: NameBench, origin: UInt64 = 0
    ) throws -> [UInt8] {
        let storage = IndexInMemory()
        let builder = try NameIndexBuilder(
            storage, table: bench.languages.table, fingerprint: 7, origin: origin)
        for (entity, name, language) in names {
            try builder.add(
                .init(
                    entity: entity, record: try bench.record(name, language),
                    table: bench.languages.table))
        }
        try builder.finish()
        return storage.bytes
    }

    static func lookup(_ bytes: [UInt8], _ bench: NameBench) throws -> NameLookup {
        try NameLookup(try NameIndex(BytesInMemory(bytes)), bench.reader) {
            try NameBench.profile($0.string)
        }
    }

    @Test(arguments: [
        ("Анна Коваль", "uk", "p1"), ("Иван Петров", "ru", "p3"), ("王毅", "zh", "p5"),
        ("Мария Силва", "ru", "p7"), ("Карл Шульце", "ru", "p8"), ("عمر الحسن", "ar", "p9"),
        ("امیر حسینی", "fa", "p10"), ("モリ・タカシ", "ja", "p11"), ("Koval, A.", "en", "p1"),
    ])
    func finds(name: String, language: String, entity: String) throws {
        let bench = try NameBench()
        let lookup = try Self.lookup(try Self.build(Self.people, bench), bench)
        let found = try lookup.candidates(try bench.record(name, language), bench.matcher)
        #expect(found.first?.entity == entity)
    }

    @Test func anEntityIsGivenOnceAndTheBestFirst() throws {
        let bench = try NameBench()
        let names = [
            ("a", "Lavrov", "en"), ("b", "Laurov", "en"), ("a", "Лавров", "ru"),
            ("c", "Λαβρόφ", "el"),
        ]
        let lookup = try Self.lookup(try Self.build(names, bench), bench)
        let found = try lookup.candidates(try bench.record("Лавров", "ru"), bench.matcher)
        #expect(found.map(\.entity).first == "a")
        #expect(Set(found.map(\.entity)).count == found.count && found.count == 3)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
        #expect(
            try lookup.candidates(try bench.record("Лавров", "ru"), bench.matcher, limit: 1).count
                == 1)
    }

    @Test func anEmptyIndexAndAnEmptyNameFindNothing() throws {
        let bench = try NameBench()
        let empty = try Self.lookup(try Self.build([], bench), bench)
        #expect(try empty.candidates(try bench.record("Анна", "ru"), bench.matcher).isEmpty)
        let people = try Self.lookup(try Self.build(Self.people, bench), bench)
        #expect(try people.candidates(try bench.record("…", "ru"), bench.matcher).isEmpty)
    }

    /// Titles alone, names of one sound, and letters beyond the basic plane are filed and found like others.
    @Test(arguments: [
        ("König", "de"), ("الملك", "ar"), ("𠮷野家", "ja"), ("Ó", "en"), ("Х", "ru"), ("𐌰𐌽𐌽𐌰", "en"),
    ])
    func peculiarNamesFindThemselves(name: String, language: String) throws {
        let bench = try NameBench()
        let names = Self.people + [("x", name, language)]
        let lookup = try Self.lookup(try Self.build(names, bench), bench)
        let record = try bench.record(name, language)
        let isReadable = record.readings.contains { !$0.sounds.isEmpty }
        let found = try lookup.candidates(record, bench.matcher)
        #expect(found.contains { $0.entity == "x" } == isReadable)
    }

    @Test(arguments: [
        ("Анна-Мария Коваль", "uk"), ("Dr. Müller-Lüdenscheidt", "de"), ("王毅", "zh"), ("臺靜農", "zh"),
        ("عبد الرحمن الرحيم", "ar"), ("Elizabeth II", "en"), ("山田太郎", "ja"), ("김대중", "ko"),
        ("e\u{301}mile", "fr"), ("", "en"), ("!?", "en"), ("Koval, A. (painter)", "en"),
    ])
    func aRecordIsReadAsItWasWritten(name: String, language: String) throws {
        let bench = try NameBench()
        let record = try bench.record(name, language)
        let bytes = try Self.build([("e", "Anna", "en"), ("e", name, language)], bench)
        let index = try NameIndex(BytesInMemory(bytes))
        try bytes.withUnsafeBytes { bytes in
            let reader = NameRecordReader(
                view: IndexView(bytes, index.layout), tables: index.tables,
                table: bench.languages.table)
            let (entity, read) = try reader.record(1, costs: [5, 6])
            #expect(entity == 0)
            #expect(read.written == record.written && read.language == record.language)
            #expect(read.script == record.script && read.tokens == record.tokens)
            #expect(read.folded == record.folded)
            #expect(read.readings.map(\.scheme) == record.readings.map(\.scheme))
            #expect(read.readings.map(\.tokens) == record.readings.map(\.tokens))
            #expect(read.readings.map(\.roles) == record.readings.map(\.roles))
            #expect(read.readings.map(\.sounds) == record.readings.map(\.sounds))
            #expect(read.readings.map(\.ends) == record.readings.map(\.ends))
            #expect(read.readings.map(\.weights) == record.readings.map(\.weights))
            #expect(read.readings.map(\.digests) == record.readings.map(\.digests))
            #expect(read.readings.map(\.penalty) == record.readings.map(\.penalty))
        }
    }

    @Test func theSameNamesGiveTheSameBytes() throws {
        let bench = try NameBench()
        let first = try Self.build(Self.people, bench)
        #expect(first == (try Self.build(Self.people, try NameBench())))
        #expect(first != (try Self.build(Self.people.reversed(), bench)))
        let index = try NameIndex(BytesInMemory(try Self.build(Self.people, bench, origin: 9)))
        #expect(index.origin == 9 && index.fingerprint == 7 && index.count == Self.people.count)
    }
}

/// What is not as it was written is told with its place, and nothing reads beyond the end.
struct DamagedIndexTests {
    @Test func everyCutIsNoticed() throws {
        let bytes = try NameIndexTests.build(NameIndexTests.people, try NameBench())
        for length in stride(from: 0, to: bytes.count, by: 13) {
            #expect(throws: NameIndexError.self) {
                try NameIndex(BytesInMemory(Array(bytes.prefix(length))))
            }
        }
        #expect(throws: NameIndexError.self) { try NameIndex(BytesInMemory(bytes + [0])) }
    }

    @Test func everyChangedByteIsNoticed() throws {
        let bytes = try NameIndexTests.build(NameIndexTests.people, try NameBench())
        // Four bytes behind the version say nothing, but the head's sum covers them.
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var broken = bytes
            broken[place] ^= 0x40
            #expect(throws: NameIndexError.self) { try NameIndex(BytesInMemory(broken)) }
        }
    }

    @Test func theErrorNamesThePlace() throws {
        let bytes = try NameIndexTests.build(NameIndexTests.people, try NameBench())
        let layout = try NameIndex(BytesInMemory(bytes)).layout
        for part in IndexLayout.Part.allCases where layout[part].length > 0 {
            var broken = bytes
            broken[layout[part].offset] ^= 1
            #expect(throws: NameIndexError.damaged(place: layout[part].offset, part: "\(part)")) {
                try NameIndex(BytesInMemory(broken))
            }
        }
        var older = bytes
        older[8] = 200
        #expect(throws: NameIndexError.otherVersion(found: 200, wanted: IndexLayout.version)) {
            try NameIndex(BytesInMemory(older))
        }
        #expect(throws: NameIndexError.notAnIndex) {
            try NameIndex(BytesInMemory(Array("p1\ten\tAnna Koval\n".utf8)))
        }
    }

    /// Damage that carries right sums, as a faulty writer would make it: a look-up fails or finds, and ends.
    @Test func lookingUpInWhatIsWrongInsideEnds() throws {
        let bench = try NameBench()
        let bytes = try NameIndexTests.build(NameIndexTests.people, bench)
        let layout = try NameIndex(BytesInMemory(bytes)).layout
        let record = try bench.record("Иван Петров", "ru")
        var state: UInt64 = 3
        var failures = 0
        for _ in 0..<400 {
            var broken = bytes
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let inside = bytes.count - IndexLayout.headSize
                broken[IndexLayout.headSize + Int(state >> 33) % inside] = UInt8(state >> 25 & 0xFF)
            }
            IndexRepair.repair(&broken, layout)
            do {
                let lookup = try NameIndexTests.lookup(broken, bench)
                _ = try lookup.candidates(record, bench.matcher)
            } catch is NameIndexError { failures += 1 } catch { /* A language without a profile. */
            }
        }
        #expect(failures > 20)
    }
}

/// Gives broken bytes the sums that fit them.
enum IndexRepair {
    static func repair(_ bytes: inout [UInt8], _ layout: IndexLayout) {
        var layout = layout
        for part in IndexLayout.Part.allCases {
            let range = layout[part].range
            layout[part].checksum = bytes[range].withUnsafeBytes { Checksum.of($0) }
        }
        bytes.replaceSubrange(..<IndexLayout.headSize, with: layout.bytes)
    }
}
