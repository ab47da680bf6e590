internal import Corpus
internal import Interchange
internal import TextCore

/// Translation units as the paragraphs of an article in several languages.
struct ImportedUnits {
    /// The texts of each unit; none is blank, and no unit is empty.
    private let units: [[LanguageTag: String]]
    /// The origin first, then in the order of the file.
    let languages: [LanguageTag]
    var count: Int { units.count }

    /// - Parameter origin: the language that the others were translated from; the first of the file when `nil`.
    init(_ file: [TranslationUnit], origin: LanguageTag?) {
        var seen: [LanguageTag] = origin.map { [$0] } ?? []
        var known = Set(seen)
        units = file.map { unit in
            var texts: [LanguageTag: String] = [:]
            for variant in unit.variants where texts[variant.language] == nil {
                let text = Self.paragraph(variant.text)
                if text.isEmpty { continue }
                texts[variant.language] = text
                if known.insert(variant.language).inserted { seen.append(variant.language) }
            }
            return texts
        }.filter { !$0.isEmpty }
        languages = seen
    }

    func has(_ language: LanguageTag) -> Bool { units.contains { $0[language] != nil } }

    func blocks(_ language: LanguageTag) -> [DraftBlock] {
        units.compactMap { unit in unit[language].map { DraftBlock(.paragraph, $0) } }
    }

    /// Beads over the sentences of two versions: what a unit ties together is confirmed.
    ///
    /// - Returns: `nil` where the texts do not have a block a unit.
    func beads(_ source: VersionReading, _ target: VersionReading) -> [Bead]? {
        let (sources, targets) = (source.sentencesByBlock, target.sentencesByBlock)
        var beads: [Bead] = []
        var (nextSource, nextTarget) = (0, 0)
        func take(
            _ unit: [LanguageTag: String], _ key: VersionKey, _ blocks: [Range<Int>],
            _ next: inout Int, _ start: Int
        ) -> Range<Int>? {
            guard unit[key.language] != nil else { return start..<start }
            guard next < blocks.count else { return nil }
            next += 1
            return blocks[next - 1]
        }
        var ends = (source: 0, target: 0)
        for unit in units {
            guard let from = take(unit, source.key, sources, &nextSource, ends.source),
                let to = take(unit, target.key, targets, &nextTarget, ends.target)
            else { return nil }
            ends = (from.upperBound, to.upperBound)
            if from.isEmpty && to.isEmpty { continue }
            let isLink = !from.isEmpty && !to.isEmpty
            beads.append(
                Bead(
                    source: from, target: to, score: isLink ? 1 : 0,
                    status: isLink ? .confirmed : .auto))
        }
        return nextSource == sources.count && nextTarget == targets.count ? beads : nil
    }

    /// A paragraph has no empty line in it.
    private static func paragraph(_ text: String) -> String {
        let normal = Text(text)
        return normal.lines().map { normal[normal.trimmed($0)] }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}

extension VersionReading {
    /// The sentences of each block that has any, as ranges, in order.
    fileprivate var sentencesByBlock: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var block: Int?
        for (index, sentence) in sentences.enumerated() {
            if sentence.block == block, let open = ranges.popLast() {
                ranges.append(open.lowerBound..<index + 1)
            } else {
                ranges.append(index..<index + 1)
            }
            block = sentence.block
        }
        return ranges
    }
}
