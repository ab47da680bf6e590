internal import Interchange
internal import Segmentation
internal import Synchronization
internal import TextCore

/// A user's own segmentation rules, from a file of SRX. Safe to share; each language's rules are made ready once.
public final class RuleFile: Sendable {
    private let file: String
    private let document: SRXDocument
    private let segmenters = Mutex<[String: Result<Ready, WorkbenchError>]>([:])

    /// The rules of one language, and the name of the list that each is from.
    private struct Ready: Sendable {
        let segmenter: PatternSegmenter
        let places: [String]
    }

    /// - Parameter file: the name that errors carry.
    public init(_ bytes: [UInt8], file: String) throws(WorkbenchError) {
        self.file = file
        do throws(InterchangeError) { document = try SRXDocument(bytes, file: file) } catch {
            throw WorkbenchError("\(error)")
        }
    }

    func sentences(
        in text: Text, _ language: LanguageTag, _ newline: SegmentationRules.NewlineMode
    ) throws(WorkbenchError) -> [TextSpan] {
        let ready = try ready(language, newline)
        do throws(PatternError) { return try ready.segmenter.sentences(in: text) } catch {
            throw fault(error, ready.places)
        }
    }

    /// Every place where a breaking rule matches: byte offset, whether it is a boundary, and the rule that decided.
    func decisions(
        in text: Text, _ language: LanguageTag, _ newline: SegmentationRules.NewlineMode
    ) throws(WorkbenchError) -> [(offset: Int, isBoundary: Bool, reason: String)] {
        let ready = try ready(language, newline)
        do throws(PatternError) {
            return try ready.segmenter.decisions(in: text).map {
                ($0.offset, $0.isBoundary, $0.rule.map { ready.places[$0 - 1] } ?? "end of text")
            }
        } catch {
            throw fault(error, ready.places)
        }
    }

    private func fault(_ error: PatternError, _ places: [String]) -> WorkbenchError {
        WorkbenchError("\(file): \(places[error.rule - 1]): \(error.fault)")
    }

    private func ready(
        _ language: LanguageTag, _ newline: SegmentationRules.NewlineMode
    ) throws(WorkbenchError) -> Ready {
        let key = "\(language) \(newline)"
        if let known = segmenters.withLock({ $0[key] }) { return try known.get() }
        let made = Result { () throws(WorkbenchError) in try make(language, newline) }
        segmenters.withLock { $0[key] = made }
        return try made.get()
    }

    private func make(
        _ language: LanguageTag, _ newline: SegmentationRules.NewlineMode
    ) throws(WorkbenchError) -> Ready {
        let lists = document.lists(for: language.string)
        guard !lists.isEmpty else {
            throw WorkbenchError(
                "\(file): no rules for the language '\(language)'",
                hint: "the file has rules for "
                    + document.maps.map(\.pattern).joined(separator: ", "))
        }
        let places = lists.flatMap { list in
            list.rules.indices.map { "rule \($0 + 1) of '\(list.name)'" }
        }
        let rules = lists.flatMap(\.rules).map {
            PatternRule(isBreak: $0.isBreak, before: $0.before, after: $0.after)
        }
        do throws(PatternError) {
            return Ready(
                segmenter: try PatternSegmenter(rules, newline: newline), places: places)
        } catch {
            throw fault(error, places)
        }
    }
}
