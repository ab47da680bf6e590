import LocaleData
import Testing
import TextCore

/// The sieve leaves out no pattern that would match.
struct FurnitureSieveTests {
    @Test func keepsEveryPatternThatMatches() throws {
        let catalogue = try LocaleCatalogue(directory: IngestionFixture.locales)
        var matches = 0
        for tag in ["en", "de", "ru", "uk", "zh-Hans", "ar", "he", "tr", "hi"] {
            let tag = try #require(LanguageTag(tag))
            let profile = try catalogue.profile(for: tag)
            let sieve = PatternSieve(
                profile.furniture.map { PatternLiterals($0.pattern) }, wholly: true, tag)
            let expressions = try profile.furniture.map { try RegularExpression($0.pattern) }
            let cases = try LocaleCases.load(
                LocaleCases.Furniture.self, file: "furniture",
                tag: catalogue.folderName(for: tag), in: catalogue)
            for line in cases.map(\.value.text) {
                let text = Text(line)
                var kept: [Int] = []
                text.bytes.withUnsafeBufferPointer { bytes in
                    sieve.forEachCandidate(bytes, [text.span]) { kept += $1 }
                }
                for (index, expression) in expressions.enumerated()
                where expression.wholeMatch(in: text) != nil {
                    matches += 1
                    #expect(kept.contains(index), "\(line): \(expression.pattern)")
                }
            }
        }
        #expect(matches > 100)
    }
}
