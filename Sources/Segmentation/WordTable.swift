/// The words that a language's lists hold, found by their fingerprint.
///
/// A word of a text is looked up without making a string of it. A fingerprint has 64 bits, so two of a thousand words
/// meet once in many billion texts; the price would be one sentence split wrongly.
struct WordTable: Sendable {
    /// What the lists say of a word.
    struct Marks: OptionSet {
        let rawValue: UInt16
        static let title = Marks(rawValue: 1)
        static let number = Marks(rawValue: 1 << 1)
        static let other = Marks(rawValue: 1 << 2)
        static let starter = Marks(rawValue: 1 << 3)
        /// Closes a sentence without a mark behind it.
        static let final = Marks(rawValue: 1 << 4)
        /// Ends a word that closes a sentence.
        static let finalEnding = Marks(rawValue: 1 << 5)
        /// Reports speech.
        static let saying = Marks(rawValue: 1 << 6)
        /// Only ends like a word that reports speech.
        static let otherWord = Marks(rawValue: 1 << 7)
        /// Ties a quotation to the noun after it.
        static let linker = Marks(rawValue: 1 << 8)
        /// Among the commonest words: no abbreviation, no part of a name.
        static let common = Marks(rawValue: 1 << 9)
        /// An article or its like.
        static let determiner = Marks(rawValue: 1 << 10)
        /// Closes a sentence when a dash stands behind it.
        static let dashFinal = Marks(rawValue: 1 << 11)

        static let abbreviation: Marks = [.title, .number, .other]

        @inline(__always)
        func has(_ any: Marks) -> Bool { rawValue & any.rawValue != 0 }
    }

    /// Made scalar by scalar, over folded scalars.
    struct Fingerprint: Hashable {
        private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

        /// "ß" counts as "ss", and the dot that full case folding sets on a Turkish "İ" does not count.
        @inline(__always)
        mutating func add(_ folded: UInt32) {
            if folded == 0x307 { return }
            if folded == 0xDF {
                mix(0x73)
                mix(0x73)
            } else {
                mix(folded)
            }
        }

        @inline(__always)
        private mutating func mix(_ folded: UInt32) {
            value = (value ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
            value ^= value >> 29
        }
    }

    fileprivate struct Slot {
        var fingerprint: UInt64 = 0
        var marks = Marks()
    }

    private var slots = [Slot](repeating: Slot(), count: 64)
    private var count = 0
    /// The longest word in scalars: nothing longer has to be looked up.
    private(set) var longest = 0
    /// The same for what closes a sentence.
    private(set) var longestFinal = 0

    /// - Parameter folding: the table that texts are folded with.
    mutating func insert(_ word: String, _ marks: Marks, folding: ScalarClassTable) {
        var fingerprint = Fingerprint()
        for scalar in word.unicodeScalars { fingerprint.add(folding.folded(scalar)) }
        longest = max(longest, word.unicodeScalars.count)
        if marks.has([.final, .finalEnding]) {
            longestFinal = max(longestFinal, word.unicodeScalars.count)
        }
        if (count + 1) * 2 > slots.count { grow() }
        let index = place(of: fingerprint.value)
        if slots[index].fingerprint == 0 { count += 1 }
        slots[index].fingerprint = fingerprint.value
        // The lists lie over each other: the last word on how an abbreviation behaves counts.
        if marks.has(.abbreviation) { slots[index].marks.subtract(.abbreviation) }
        slots[index].marks.insert(marks)
    }

    /// The table's words for the time of a scan, without counting references to it.
    struct View {
        fileprivate let slots: UnsafeBufferPointer<Slot>
        let longest: Int
        let longestFinal: Int

        @inline(__always)
        func marks(_ fingerprint: Fingerprint) -> Marks {
            slots[WordTable.place(of: fingerprint.value, in: slots)].marks
        }
    }

    func withView<Result>(_ body: (View) -> Result) -> Result {
        slots.withUnsafeBufferPointer {
            body(View(slots: $0, longest: longest, longestFinal: longestFinal))
        }
    }

    private func place(of fingerprint: UInt64) -> Int {
        slots.withUnsafeBufferPointer { Self.place(of: fingerprint, in: $0) }
    }

    /// The slot that holds a fingerprint, or the empty one where it belongs.
    @inline(__always)
    private static func place(of fingerprint: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: fingerprint) & mask
        while slots[index].fingerprint != 0 && slots[index].fingerprint != fingerprint {
            index = (index + 1) & mask
        }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.fingerprint != 0 { slots[place(of: slot.fingerprint)] = slot }
    }
}
