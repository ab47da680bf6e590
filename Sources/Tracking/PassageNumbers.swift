internal import TextCore

/// The numbers of a passage, in digits and in words.
struct PassageNumbers {
    let written: [WrittenNumber]
    private let digits: Set<String>
    /// The digits of those without a value.
    private let uncounted: Set<String>
    private let groups: Set<String>
    private let versions: Set<[String]>
    private let values: Set<Double>
    private let multipliers: Set<Int>
    /// Numbers that words stand for, the months among them.
    private let spoken: Set<Double>

    init(_ passage: Passage) {
        let words = passage.words
        let reader = NumberReader(words, passage.lexicon)
        written = reader.written
        digits = Set(written.map(\.digits))
        uncounted = Set(written.filter { $0.value == nil }.map(\.digits))
        groups = Set(written.filter { !$0.isVersion }.flatMap(\.groups).map(WrittenNumber.bare))
        versions = Set(written.map(\.version))
        values = Set(written.compactMap(\.value))
        multipliers = reader.spelled
        spoken = passage.lexicon.spokenNumbers(Normalizer.fold(words))
    }

    /// The number stands here, too, however it is written.
    func states(_ number: WrittenNumber) -> Bool {
        if Double(number.digits) == 0 { return true }
        // "1,5" is not 15, but what counts nothing may be set otherwise.
        if (number.value == nil ? digits : uncounted).contains(number.digits) { return true }
        if number.isVersion { return versions.contains(number.version) }
        if let value = number.value {
            if values.contains(value) || spoken.contains(value) { return true }
            if multipliers.contains(where: { value >= Double($0) }) { return true }
        }
        if number.groups.count == 2 { return versions.contains(number.version) }
        return number.groups.allSatisfy(hasGroup)
    }

    /// A run of digits stands here by itself, in a date, or as a word: "02" as "February".
    private func hasGroup(_ digits: String) -> Bool {
        let bare = WrittenNumber.bare(digits)
        return groups.contains(bare) || Double(bare).map(spoken.contains) ?? false
    }
}
