internal import TextCore

/// Finds words of both sides that look alike: "Musik" and "musique", "Директор" and "director".
///
/// Stems have at most five letters, so two that share at least 70 % of the longer one's letters in order differ by one
/// letter; both then have one shorter string in common. Looking up those strings costs time linear in the vocabulary.
struct CognateFinder {
    struct Pair {
        let source: Int32
        let target: Int32
        let weight: Float
    }

    private let source: TokenIndex
    private let target: TokenIndex

    private static let leastSimilarity: Float = 0.7
    private static let shortestWord = 4
    private static let mostCandidates = 64

    init(_ source: TokenIndex, _ target: TokenIndex) {
        self.source = source
        self.target = target
    }

    func pairs() -> [Pair] {
        var byVariant: [[UInt8]: [Int32]] = [:]
        let others = LatinForms(target).forms
        for (number, form) in others.enumerated() {
            for variant in Self.variants(form) {
                byVariant[variant, default: []].append(Int32(number))
            }
        }
        var pairs: [Pair] = []
        for (number, form) in LatinForms(source).forms.enumerated() {
            var seen: Set<Int32> = []
            for variant in Self.variants(form) {
                for other in (byVariant[variant] ?? []).prefix(Self.mostCandidates)
                where seen.insert(other).inserted {
                    let weight = Self.weight(form, others[Int(other)])
                    if weight > 0 {
                        pairs.append(Pair(source: Int32(number), target: other, weight: weight))
                    }
                }
            }
        }
        return pairs
    }

    /// The form and what is left of it when one letter is taken out; none where it is too short.
    private static func variants(_ form: [UInt8]) -> Set<[UInt8]> {
        guard form.count >= shortestWord else { return [] }
        var variants: Set<[UInt8]> = [form]
        for index in form.indices {
            var shorter = form
            shorter.remove(at: index)
            variants.insert(shorter)
        }
        return variants
    }

    /// 0.3 to 1 by the share of common letters, 0 where that is too small or the beginnings differ.
    private static func weight(_ a: [UInt8], _ b: [UInt8]) -> Float {
        guard a.prefix(2) == b.prefix(2) else { return 0 }
        let ratio = Float(commonLetters(a, b)) / Float(max(a.count, b.count, 1))
        guard ratio >= leastSimilarity else { return 0 }
        return (ratio - leastSimilarity) / (1 - leastSimilarity) * 0.7 + 0.3
    }

    /// The length of the longest common subsequence.
    private static func commonLetters(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for left in a {
            var diagonal = 0
            for (index, right) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = left == right ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[b.count]
    }
}
