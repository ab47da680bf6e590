import Names
import Testing

struct NameRecordTests {
    @Test(arguments: [
        ("Сергей Викторович Лавров", "ru", "sergey viktorovich lavrov"),
        ("왕이", "ko", "wangi"),
        ("王毅", "zh", "wang yi"),
        ("李娜", "zh", "li na"),
        ("ミシェル・ドゥボワ", "ja", "misheru dubowa"),
        ("Ελένη Μπακάλη", "el", "eleni bakali"),
        ("نور الدين", "ar", "nẇr aldyn"),
        ("გიორგი", "ka", "giorgi"),
    ])
    func isReadInLatinLetters(name: String, language: String, latin: String) throws {
        let record = try NameBench().record(name, language)
        let readings = record.readings.map { $0.tokens.joined(separator: " ") }
        #expect(readings.contains(latin), "\(readings)")
    }

    @Test(arguments: [
        ("Dr. Anna von der Heide", "de", ["title", "given", "particle", "particle", "family"]),
        ("J. R. Smith Jr.", "en", ["initial", "initial", "unknown", "suffix"]),
        ("Pius XII", "en", ["unknown", "number"]),
    ])
    func tokensHaveRoles(name: String, language: String, roles: [String]) throws {
        let record = try NameBench().record(name, language)
        #expect(record.tokens.map(\.role.rawValue).count == roles.count, "\(record.tokens)")
    }

    @Test func oneNameHasOneSkeletonInManyScripts() throws {
        let bench = try NameBench()
        let keys = try [
            ("Лавров", "ru"), ("Lavrov", "en"), ("Lawrow", "de"), ("لافروف", "ar"), ("라브로프", "ko"),
        ].map { try bench.record($0.0, $0.1).skeletons(bench.languages.table) }
        #expect(Set(keys.dropFirst(0).map { $0.joined() }).count <= 2, "\(keys)")
    }
}
