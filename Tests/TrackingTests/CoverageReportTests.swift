import Corpus
import Testing
import TextCore
import Tracking

struct CoverageReportTests {
    private func key(_ string: String) throws -> VersionKey { try VersionKey(string) }
    private func revision(_ number: UInt8) -> Revision { Revision(of: [number]) }

    private func version(
        _ key: String, _ revision: UInt8?, origin: String? = nil, pin: UInt8? = nil
    ) throws -> VersionFacts {
        VersionFacts(
            slug: "bridge", key: try self.key(key), origin: try origin.map(self.key),
            pin: pin.map(self.revision), revision: revision.map(self.revision), sentenceCount: 20)
    }

    private func alignment(
        _ source: String, _ target: String, linked: Int, revisions: (UInt8, UInt8) = (1, 2)
    ) throws -> AlignmentFacts {
        AlignmentFacts(
            slug: "bridge",
            source: .init(
                version: try key(source), revision: revision(revisions.0), sentenceCount: 20,
                linkedCount: linked),
            target: .init(
                version: try key(target), revision: revision(revisions.1), sentenceCount: 10,
                linkedCount: 10))
    }

    private func statuses(
        _ versions: [VersionFacts], _ alignments: [AlignmentFacts] = [],
        wanted: [String] = [], drift: @escaping CoverageReport.Drift = { _, _, _ in 3 }
    ) -> [String: VersionStatus] {
        let facts = ArticleFacts(slug: "bridge", versions: versions, alignments: alignments)
        let all = CoverageReport(facts, drift: drift).statuses(
            LanguageColumns(
                wanted: wanted.compactMap(LanguageTag.init),
                found: Set(versions.map(\.key.language))))
        return Dictionary(all.map { ($0.key?.string ?? $0.language.string, $0) }) { $1 }
    }

    @Test func eachStateHasItsCause() throws {
        let found = statuses(
            [
                try version("en", 1), try version("ru", 2, origin: "en", pin: 1),
                try version("uk", 2, origin: "en", pin: 1),
                try version("zh-Hans", 2, origin: "en", pin: 9),
                try version("ar", 2, origin: "fr", pin: 1),
                try version("de", nil, origin: "en", pin: 1),
            ],
            [try alignment("en", "ru", linked: 20), try alignment("en", "uk", linked: 17)],
            wanted: ["en", "zh-CN", "pl"])
        #expect(found["en"]?.state == .present && found["en"]?.behind == nil)
        #expect(found["ru"]?.state == .present && found["ru"]?.coverage == 1)
        #expect(found["uk"]?.state == .partial && found["uk"]?.coverage == 0.85)
        #expect(found["zh-Hans"]?.state == .outdated && found["zh-Hans"]?.behind == 3)
        #expect(found["ar"]?.state == .orphan)
        #expect(found["de"]?.state == .missing)
        #expect(found["pl"]?.state == .missing && found["pl"]?.key == nil)
        #expect(found["zh-CN"] == nil)
    }

    @Test func stalenessFollowsARelay() throws {
        // zh-Hans was made from uk as it is now, and uk from an older en.
        let found = statuses([
            try version("en", 1), try version("uk", 2, origin: "en", pin: 9),
            try version("zh-Hans", 3, origin: "uk", pin: 2),
        ])
        #expect(found["zh-Hans"]?.state == .outdated)
        #expect(found["zh-Hans"]?.behind == 0 && found["zh-Hans"]?.behindOnTheWay == 3)
    }

    @Test func formalChangesOfTheSourceLeaveAVersionPresent() throws {
        let versions = [try version("en", 1), try version("uk", 2, origin: "en", pin: 9)]
        #expect(statuses(versions, drift: { _, _, _ in 0 })["uk"]?.state == .present)
        let lost = statuses(versions, drift: { _, _, _ in nil })["uk"]
        #expect(lost?.state == .outdated && lost?.behind == nil)
    }

    @Test func originsInACircleEnd() throws {
        let found = statuses([
            try version("en", 1, origin: "uk", pin: 2), try version("uk", 2, origin: "en", pin: 1),
        ])
        #expect(found["en"]?.state == .present)
    }

    @Test func anAlignmentCountsFromEitherSideAndKnowsItsAge() throws {
        let versions = [try version("en", 2), try version("uk", 1, origin: "en", pin: 2)]
        let found = statuses(versions, [try alignment("uk", "en", linked: 20)])["uk"]
        #expect(found?.coverage == 1 && found?.isAlignmentCurrent == true)
        let old = statuses(versions, [try alignment("en", "uk", linked: 20, revisions: (7, 1))])[
            "uk"]
        #expect(old?.isAlignmentCurrent == false)
    }
}
