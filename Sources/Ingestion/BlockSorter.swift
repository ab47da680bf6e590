internal import TextCore

/// Sorts blocks into the article and its furniture, by what they look like and where they stand.
struct BlockSorter {
    struct Result {
        var blocks: [Extraction.Block] = []
        var furniture: [Extraction.Furniture] = []
        /// Named groups of byline, date and origin lines; the first of each stands.
        var found: [String: String] = [:]
    }

    let classifier: FurnitureClassifier

    /// How many blocks before the text may tell its author and date.
    private static let headLength = 12

    /// - Parameter aside: what is already known not to belong, with its kind and the reason.
    func sort(
        _ blocks: [PageBlock], title: String?, aside: (PageBlock) -> (kind: String, reason: String)?
    ) -> Result {
        let known = blocks.map(aside)
        let body = known.indices.filter { known[$0] == nil }
        let running = body.filter { isRunning(blocks[$0]) }
        let first = running.first ?? 0
        let last = running.last ?? blocks.count
        var result = Result()
        for (index, block) in blocks.enumerated() {
            if let (kind, reason) = known[index] {
                if index + Self.headLength >= first { note(block, result: &result) }
                setAside(block, kind, reason, &result)
            } else if block.headingLevel == 1 || index < first, let title, same(block.text, title) {
                continue
            } else if let (kind, reason) = verdict(
                block, isInside: running.isEmpty || (first...last).contains(index), &result)
            {
                setAside(block, kind, reason, &result)
            } else {
                result.blocks.append(.init(block.kind, block.text))
            }
        }
        dropHeadingsAtTheEnd(&result)
        return result
    }

    /// No line of furniture is longer; not to ask saves most of the time.
    private static let wordsOfText = 40

    private func isRunning(_ block: PageBlock) -> Bool {
        block.headingLevel == 0 && block.isSentence && block.words >= 8 && block.linkDensity < 0.5
            && (block.words >= Self.wordsOfText || classifier.kind(of: block.text) == nil)
    }

    private func verdict(
        _ block: PageBlock, isInside: Bool, _ result: inout Result
    ) -> (kind: String, reason: String)? {
        if block.linkDensity > 0.6, block.headingLevel == 0, !block.isSentence || block.words < 30 {
            return ("related", "mostly links")
        }
        if block.words < Self.wordsOfText, let verdict = classifier.verdict(on: block.text),
            !isRunningSubhead(block, verdict.kind)
        {
            merge(verdict.groups, &result)
            return (verdict.kind, "its words are those of \(verdict.kind)")
        }
        if !isInside, block.headingLevel == 0, block.words < 8 || !block.isSentence {
            return ("navigation", "a scrap before or after the text")
        }
        return nil
    }

    /// A subhead may look like a link text or a caption.
    private func isRunningSubhead(_ block: PageBlock, _ kind: String) -> Bool {
        block.headingLevel > 0 && ["navigation", "breadcrumb", "caption", "origin"].contains(kind)
    }

    /// Reads the groups of lines that stand outside the article, such as a byline in its header.
    private func note(_ block: PageBlock, result: inout Result) {
        guard result.blocks.isEmpty, block.words < 25,
            let verdict = classifier.verdict(on: block.text)
        else { return }
        merge(verdict.groups, &result)
    }

    private func merge(_ groups: [String: String], _ result: inout Result) {
        result.found.merge(groups) { old, _ in old }
    }

    private func setAside(
        _ block: PageBlock, _ kind: String, _ reason: String, _ result: inout Result
    ) {
        result.furniture.append(
            .init(kind: kind, text: block.text, reason: reason, position: result.blocks.count))
    }

    /// A heading that heads nothing belongs to a box that was set aside.
    private func dropHeadingsAtTheEnd(_ result: inout Result) {
        while let last = result.blocks.last, last.kind == .subhead, result.blocks.count > 1 {
            result.blocks.removeLast()
            result.furniture.append(
                .init(
                    kind: "related", text: last.text, reason: "a heading without text after it",
                    position: result.blocks.count))
        }
    }

    private func same(_ left: String, _ right: String) -> Bool {
        left == right || left.lowercased() == right.lowercased()
    }
}
