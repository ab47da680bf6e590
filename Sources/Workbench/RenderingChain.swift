internal import Corpus
internal import TextCore

/// The way of one utterance from the mouth to a page: what the page says of it, and what the article's record says of
/// the page. A version made from another is a translation of it.
struct RenderingChain {
    private let versions: [VersionKey: VersionReading]
    /// The utterance's first words in each version that has it.
    private let quotes: [VersionKey: ReportedQuote]

    init(_ versions: [VersionKey: VersionReading], _ quotes: [VersionKey: ReportedQuote]) {
        self.versions = versions
        self.quotes = quotes
    }

    func steps(to version: VersionReading) -> [TraceService.Step] {
        let told = (quotes[version.key]?.chain ?? []).map(TraceService.Step.init)
        let (way, root) = way(to: version)
        var steps: [TraceService.Step] = []
        for step in told where step.action != "publish" && !Self.isRecorded(step, way) {
            let isHeardElsewhere = step.action == "interpret" && !way.isEmpty
            steps.append(isHeardElsewhere ? step.with(language: heard(root)) : step)
        }
        steps += way.map { step in
            let stated = told.first { $0.status == "stated" && Self.isRecorded($0, [step]) }
            return stated.map(step.with(evidenceOf:)) ?? step
        }
        let publisher = version.version.author ?? version.key.outlet
        let status = told.last { $0.action == "publish" }?.status ?? "stated"
        return steps + [
            TraceService.Step(
                action: "publish", language: version.key.language.string, agent: publisher,
                status: status, evidence: nil, from: nil)
        ]
    }

    /// The translations that led to a version, the first one first, and the version that was there before them.
    private func way(to version: VersionReading) -> (steps: [TraceService.Step], root: VersionKey) {
        var steps: [TraceService.Step] = []
        var seen: Set<VersionKey> = []
        var key = version.key
        while let origin = versions[key]?.version.origin, seen.insert(key).inserted {
            steps.append(
                TraceService.Step(
                    action: "translate", language: key.language.string, agent: nil,
                    status: "stated", evidence: "made from \(origin.version.string)",
                    from: origin.version.string))
            key = origin.version
        }
        return (steps.reversed(), key)
    }

    /// What the record states, the text need not state or presume a second time.
    private static func isRecorded(
        _ step: TraceService.Step, _ way: [TraceService.Step]
    ) -> Bool {
        step.action == "translate" && way.contains { $0.language == step.language }
    }

    /// An interpreter of whom a translation tells did not speak its language but, if anyone's, that of the first text.
    private func heard(_ root: VersionKey) -> String? {
        quotes[root]?.mediation == "interpreted" ? root.language.string : nil
    }
}

extension TraceService.Step {
    fileprivate init(_ step: ReportedQuote.Step) {
        self.init(
            action: step.action, language: step.language, agent: step.agent?.text,
            status: step.status, evidence: step.evidence?.text, from: nil)
    }

    fileprivate func with(language: String?) -> TraceService.Step {
        TraceService.Step(
            action: action, language: language, agent: agent, status: status, evidence: evidence,
            from: from)
    }

    /// The same step with the words of the text that tell of it.
    fileprivate func with(evidenceOf other: TraceService.Step) -> TraceService.Step {
        TraceService.Step(
            action: action, language: language, agent: other.agent, status: status,
            evidence: other.evidence ?? evidence, from: from)
    }
}
