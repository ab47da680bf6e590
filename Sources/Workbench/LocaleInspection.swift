internal import LocaleData
internal import Segmentation
internal import TextCore

/// Checks every folder under `locales/`: that it can be read, that patterns compile and match their examples, and that
/// the analysers keep its cases.
public struct LocaleInspection {
    public struct Fault: Hashable, Sendable {
        /// File and line, or a folder's name.
        public let place: String
        public let message: String
    }

    public struct Report: Sendable {
        public let localeCount: Int
        public let caseCount: Int
        public let pendingCount: Int
        public let faults: [Fault]
    }

    let shelf: ProfileShelf

    public init(_ shelf: ProfileShelf) { self.shelf = shelf }

    public func run() -> Report {
        var faults: [Fault] = []
        var tally = (cases: 0, pending: 0)
        let names: NameService
        do throws(LocaleDataError) { names = try NameService(shelf) } catch {
            return Report(
                localeCount: shelf.catalogue.tags.count, caseCount: 0, pendingCount: 0,
                faults: [Fault(place: "root", message: "\(error)")])
        }
        for name in shelf.catalogue.tags {
            guard let tag = LanguageTag(name) else {
                faults.append(Fault(place: name, message: "the folder's name is no BCP 47 tag"))
                continue
            }
            do throws(LocaleDataError) {
                faults += try LocaleFileCheck(name, in: shelf.catalogue).run().map {
                    Fault(place: "\($0.file):\($0.line):1", message: $0.message)
                }
                let profile = try shelf.profile(tag)
                faults += patternFaults(profile)
                faults += try segmentationFaults(name, profile, &tally)
                faults += try nameFaults(name, tag, &tally)
                faults += ruleFaults(name, profile)
                faults += try renderingFaults(name, tag, names, &tally)
                faults += try quoteFaults(name, profile, &tally)
                faults += try mediationFaults(name, profile, &tally)
                faults += try furnitureFaults(name, profile, &tally)
            } catch {
                faults.append(Fault(place: name, message: "\(error)"))
            }
        }
        if tally.cases == 0 {
            faults.append(Fault(place: shelf.catalogue.directory, message: "no case was found"))
        }
        return Report(
            localeCount: shelf.catalogue.tags.count, caseCount: tally.cases,
            pendingCount: tally.pending, faults: faults)
    }

    private func patternFaults(_ profile: LocaleProfile) -> [Fault] {
        var faults: [Fault] = []
        for cue in profile.mediation {
            guard let regex = try? RegularExpression(cue.pattern) else {
                faults.append(
                    Fault(place: cue.origin, message: "the pattern is no regular expression"))
                continue
            }
            if regex.firstMatch(in: Text(cue.example)) == nil {
                faults.append(
                    Fault(
                        place: cue.origin,
                        message: "the pattern misses its example '\(cue.example)'"))
            }
        }
        for entry in profile.furniture where (try? RegularExpression(entry.pattern)) == nil {
            faults.append(
                Fault(
                    place: profile.folders.first ?? "",
                    message: "furniture pattern '\(entry.pattern)' does not compile"))
        }
        return faults
    }

    private func segmentationFaults(
        _ name: String, _ profile: LocaleProfile, _ tally: inout (cases: Int, pending: Int)
    ) throws(LocaleDataError) -> [Fault] {
        let segmenter = SentenceSegmenter(SegmentationRules(profile))
        var faults: [Fault] = []
        let cases = try LocaleCases.load(
            LocaleCases.Segmentation.self, file: "segmentation", tag: name, in: shelf.catalogue)
        for (line, value) in cases {
            tally.cases += 1
            let text = Text(value.text)
            let found = segmenter.sentences(in: text).map { text[$0] }
            let place = "\(name)/cases/segmentation.jsonl:\(line)"
            if value.pending != nil {
                tally.pending += 1
                if found == value.sentences {
                    faults.append(
                        Fault(place: place, message: "passes now: take its 'pending' out"))
                }
            } else if found != value.sentences {
                faults.append(
                    Fault(place: place, message: "gives \(found), not \(value.sentences)"))
            }
        }
        return faults
    }

    private func nameFaults(
        _ name: String, _ tag: LanguageTag, _ tally: inout (cases: Int, pending: Int)
    ) throws(LocaleDataError) -> [Fault] {
        let cases = try LocaleCases.load(
            LocaleCases.Names.self, file: "names", tag: name, in: shelf.catalogue)
        guard !cases.isEmpty else { return [] }
        let service = try NameService(shelf)
        var faults: [Fault] = []
        for (line, value) in cases {
            tally.cases += 1
            let place = "\(name)/cases/names.jsonl:\(line)"
            guard let other = LanguageTag(value.lang) else {
                faults.append(Fault(place: place, message: "'\(value.lang)' is no language tag"))
                continue
            }
            let match = try service.compare(
                .init(name: value.a, language: tag), .init(name: value.b, language: other))
            if value.pending != nil {
                tally.pending += 1
                if match.same == value.same {
                    faults.append(
                        Fault(place: place, message: "passes now: take its 'pending' out"))
                }
            } else if match.same != value.same {
                faults.append(
                    Fault(
                        place: place,
                        message: "'\(value.a)' and '\(value.b)' score \(match.score)"))
            }
        }
        return faults
    }
}
