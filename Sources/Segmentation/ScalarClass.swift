internal import TextCore

/// What the segmenter has to know of a character, in one look-up.
struct ScalarClass: OptionSet {
    let rawValue: UInt32

    static let letter = ScalarClass(rawValue: 1)
    static let uppercase = ScalarClass(rawValue: 1 << 1)
    /// Lower case where that tells something: Georgian is written without capitals, so its small letters may start
    /// sentences.
    static let lowercase = ScalarClass(rawValue: 1 << 2)
    static let digit = ScalarClass(rawValue: 1 << 3)
    static let whiteSpace = ScalarClass(rawValue: 1 << 4)
    /// Marks of direction and joining that may stand where a space stands.
    static let invisible = ScalarClass(rawValue: 1 << 5)
    static let opener = ScalarClass(rawValue: 1 << 6)
    static let closer = ScalarClass(rawValue: 1 << 7)
    /// Opens in one place and closes in another.
    static let ambiguous = ScalarClass(rawValue: 1 << 8)
    static let dash = ScalarClass(rawValue: 1 << 9)
    /// A letter of a script whose vowels are known.
    static let alphabetic = ScalarClass(rawValue: 1 << 10)
    static let vowel = ScalarClass(rawValue: 1 << 11)
    static let hiragana = ScalarClass(rawValue: 1 << 12)
    /// Stands inside a word: "U.S", "Jean-Luc", "AT&T".
    static let inner = ScalarClass(rawValue: 1 << 13)
    /// A bracket whose sentences stay together, and what closes one.
    static let holdingOpener = ScalarClass(rawValue: 1 << 14)
    static let holdingCloser = ScalarClass(rawValue: 1 << 15)
    /// A comma or its like, and the stroke that parts verses: no sentence ends before it.
    static let pause = ScalarClass(rawValue: 1 << 16)

    /// Belongs to the letter before it.
    static let mark = ScalarClass(rawValue: 1 << 17)

    static let dot = ScalarClass(rawValue: 1 << 24)
    static let ellipsis = ScalarClass(rawValue: 1 << 25)
    /// `!`, `?` and their like.
    static let strong = ScalarClass(rawValue: 1 << 26)
    /// Ends a sentence with or without a space after it: ideographic, Indic, Ethiopic, Burmese, Khmer.
    static let full = ScalarClass(rawValue: 1 << 27)
    /// An emoji: messages end sentences with one, but only a capital or a mention after it tells.
    static let pictograph = ScalarClass(rawValue: 1 << 28)
    /// Ends a sentence before a space and a capital only.
    static let weak = ScalarClass(rawValue: 1 << 29)

    static let space: ScalarClass = [.whiteSpace, .invisible]
    static let word: ScalarClass = [.letter, .digit]
    /// What can stand in a cluster such as "?!" or "...".
    static let terminator: ScalarClass = [.dot, .ellipsis, .strong, .full, .pictograph]

    @inline(__always)
    func has(_ any: ScalarClass) -> Bool { rawValue & any.rawValue != 0 }
}

extension ScalarClass {
    /// The class of a character by what ICU and the punctuation of the world's scripts say; a language may differ.
    init(_ scalar: Unicode.Scalar, _ table: CharacterTable) {
        var value: ScalarClass = []
        if table.isLetter(scalar) { value.insert(.letter) }
        if table.isUppercase(scalar) { value.insert(.uppercase) }
        if table.isDigit(scalar) { value.insert(.digit) }
        if table.isWhiteSpace(scalar) { value.insert(.whiteSpace) }
        switch table.category(scalar) {
        case .open, .initialQuote: value.insert(.opener)
        case .close, .finalQuote: value.insert(.closer)
        case .nonSpacingMark, .spacingMark, .enclosingMark: value.insert(.mark)
        default: break
        }
        let script = table.script(scalar)
        if table.isLowercase(scalar) && script != .georgian { value.insert(.lowercase) }
        if script == .hiragana { value.insert(.hiragana) }
        if script == .latin || script == .cyrillic || script == .greek {
            value.insert(.alphabetic)
        }
        self = value
    }

    /// What single characters are, whatever block they stand in.
    static let characters: [(characters: String, class: ScalarClass)] = [
        ("\u{200B}\u{200E}\u{200F}\u{2800}\u{FEFF}", .invisible),
        ("\"'’“”«»", [.ambiguous, .opener, .closer]),
        ("¿¡„", .opener),
        ("-–—―", .dash),
        (".-\u{2011}&'’/", .inner),
        ("([（《〈", .holdingOpener),
        (")]）》〉", .holdingCloser),
        (",;:)/，、；：）", .pause),
        (".．", .dot),
        ("…", .ellipsis),
        ("!?؟۔։‼‽⁇⁈⁉܀܁܂", .strong),
        ("。！？｡।॥።፧፨၊။។", .full),
        (";", .weak),
    ]
    /// Emoji and the symbols and dingbats that serve as such.
    static let pictographs: [ClosedRange<UInt32>] = [
        0x2600...0x27BF, 0x2B1B...0x2B55, 0x1F300...0x1FAFF,
    ]
}
