internal import Corpus
internal import Quotes
internal import TextCore

/// How long renderings of each version usually are beside those of the first version, so that a short one can be told
/// from a terse language.
struct RenderingLengths {
    /// Fewer renderings in common tell nothing of a language.
    private static let fewest = 4

    private let reference: VersionKey?
    private let lengths: [VersionKey: [Int: Int]]
    /// Of each version: its own length and the reference's, over all utterances that both have.
    private var totals: [VersionKey: (own: Int, reference: Int, count: Int)] = [:]
    private let groups: [Rendering: Int]

    /// - Parameter groups: the renderings of each utterance.
    init(_ groups: [[Rendering]], reference: VersionKey?) {
        self.reference = reference
        var lengths: [VersionKey: [Int: Int]] = [:]
        var numbers: [Rendering: Int] = [:]
        for (number, group) in groups.enumerated() {
            for rendering in group {
                lengths[rendering.version, default: [:]][number] = Self.length(rendering)
                numbers[rendering] = number
            }
        }
        self.lengths = lengths
        self.groups = numbers
        guard let reference, let own = lengths[reference] else { return }
        for (version, other) in lengths {
            var total = (own: 0, reference: 0, count: 0)
            for (number, length) in other {
                guard let base = own[number] else { continue }
                total = (total.own + length, total.reference + base, total.count + 1)
            }
            totals[version] = total
        }
    }

    private static func length(_ rendering: Rendering) -> Int {
        rendering.quotes.reduce(0) { $0 + $1.span.count }
    }

    /// The length as the reference's language would have it, in bytes; the utterance itself does not count for it.
    func usual(_ rendering: Rendering) -> Double? {
        guard let reference, let number = groups[rendering],
            let own = lengths[rendering.version]?[number]
        else { return nil }
        if rendering.version == reference { return Double(own) }
        guard var total = totals[rendering.version] else { return nil }
        if let base = lengths[reference]?[number] {
            total = (total.own - own, total.reference - base, total.count - 1)
        }
        guard total.count >= Self.fewest, total.own > 0 else { return nil }
        return Double(own) * Double(total.reference) / Double(total.own)
    }
}
