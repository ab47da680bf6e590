import LocaleData
import Testing

@testable import Names

/// The quick alignment against its plain definition.
struct LetterAlignerTests {
    private static let profile = LetterCostProfile(
        costs: [
            LetterCost(letters: "ш", latin: "sh", cost: 0.1),
            LetterCost(letters: "ш", latin: "s", cost: 2),
            LetterCost(letters: "щ", latin: "shch", cost: 0.2),
            LetterCost(letters: "к", latin: "k", cost: 0.3),
            LetterCost(letters: "к", latin: "c", cost: 1.2),
            LetterCost(letters: "с", latin: "s", cost: 0.2),
            LetterCost(letters: "кс", latin: "x", cost: 0.4),
            LetterCost(letters: "а", latin: "a", cost: 0.1),
            LetterCost(letters: "ь", latin: "", cost: 0.3),
            LetterCost(letters: "", latin: "h", cost: 1.5),
        ], even: 1)

    static func cost(_ word: String, _ latin: String, _ costs: LetterCosts) -> Float {
        var own = LetterRun()
        own.append(LetterUnits.units(word), costs)
        var letters = LetterRun()
        letters.append(latin: LetterUnits.latin(latin))
        var room = [Float](repeating: 0, count: LetterAligner.roomNeeded)
        return room.withUnsafeMutableBufferPointer { room in
            room.baseAddress.map {
                LetterAligner(costs: costs, room: $0).cost(
                    own, own.range(0, 1), letters, letters.range(0, 1), ceiling: .infinity)
            } ?? 0
        }
    }

    /// The same by trying everything.
    private static func plain(_ word: ArraySlice<Character>, _ latin: Substring) -> Float {
        if word.isEmpty {
            return latin.reduce(0) { $0 + ($1 == "h" ? 1.5 : LetterCosts.unknownGap) }
        }
        var best = Float.infinity
        for cost in profile.costs where !cost.letters.isEmpty && !cost.latin.isEmpty {
            let count = cost.letters.count
            guard word.count >= count, String(word.prefix(count)) == cost.letters,
                latin.hasPrefix(cost.latin)
            else { continue }
            best = min(
                best,
                cost.cost + plain(word.dropFirst(count), latin.dropFirst(cost.latin.count)))
        }
        let omission = word.first == "ь" ? 0.3 : LetterCosts.unknownGap
        best = min(best, omission + plain(word.dropFirst(), latin))
        guard let letter = latin.first else { return best }
        best = min(
            best, LetterCosts.unknownChange + plain(word.dropFirst(), latin.dropFirst()))
        let addition = letter == "h" ? 1.5 : LetterCosts.unknownGap
        return min(best, addition + plain(word, latin.dropFirst()))
    }

    @Test(arguments: ["шакс", "щас", "кась", "ьш", "ксакс", "ш"])
    func isAsDefined(word: String) {
        let costs = LetterCosts(Self.profile)
        for latin in ["shax", "s", "kasch", "shchas", "cash", "hhh", "xax"] {
            let scale = LetterAligner.scale(word.unicodeScalars.count, latin.count)
            let quick = Self.cost(word, latin, costs) * scale
            let plain = Self.plain(Array(word)[...], latin[...])
            #expect(abs(quick - plain) < 1e-3, "\(word) \(latin): \(quick), \(plain)")
        }
    }

    @Test func takesHangulApart() {
        #expect(LetterUnits.units("한").count == 3)
        #expect(LetterUnits.units("하") == Array(LetterUnits.units("한").prefix(2)))
        #expect(LetterUnits.units("ひ") == LetterUnits.units("ヒ"))
        #expect(LetterUnits.units("مُحَمَّد") == LetterUnits.units("محمد"))
        #expect(LetterUnits.units("Άννα".lowercased()) == LetterUnits.units("αννα"))
        #expect(LetterUnits.units("𐐨") == [])
    }
}
