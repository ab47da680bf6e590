public import LocaleData

/// The sounds of the locale data as small numbers, with what each weighs and the class it has in a skeleton.
///
/// 0 is no sound; there are at most 63.
public struct SoundTable: Sendable {
    /// The width of a row in tables of costs.
    static let stride = 64

    private let codes: [UInt32: UInt8]
    let kinds: [SoundProfile.Kind]
    /// The class letter of each sound's code in a skeleton, 0 where it has none.
    let skeletons: [UInt8]
    /// A lower-case letter for each vowel and glide, the same for such as are often taken for one another.
    let coarse: [UInt8?]
    /// How much of a name each sound makes up.
    let weights: [Float]

    public init(_ profile: SoundProfile) {
        var codes: [UInt32: UInt8] = [:]
        var kinds: [SoundProfile.Kind] = [.weak]
        var skeletons: [UInt8] = [0]
        for sound in profile.sounds
        where codes[sound.symbol.value] == nil && kinds.count < Self.stride {
            codes[sound.symbol.value] = UInt8(kinds.count)
            kinds.append(sound.kind)
            skeletons.append(sound.skeleton.map { UInt8(truncatingIfNeeded: $0.value) } ?? 0)
        }
        self.codes = codes
        self.kinds = kinds
        self.skeletons = skeletons
        coarse = Self.coarseLetters(profile, codes, count: kinds.count)
        weights = kinds.enumerated().map { $0.offset == 0 ? 0 : Self.weight($0.element) }
    }

    /// Vowels cost least for their nearest kin: each takes the letter of the first vowel within ``kinship``.
    private static func coarseLetters(
        _ profile: SoundProfile, _ codes: [UInt32: UInt8], count: Int
    ) -> [UInt8?] {
        var letters = [UInt8?](repeating: nil, count: count)
        for sound in profile.sounds where sound.kind == .vowel || sound.kind == .glide {
            guard let code = codes[sound.symbol.value] else { continue }
            let kin = profile.general.first { cost in
                guard case .confusion(let a, let b) = cost.difference, cost.cost <= kinship else {
                    return false
                }
                guard let other = a == sound.symbol ? b : b == sound.symbol ? a : nil,
                    let code = codes[other.value]
                else { return false }
                return letters[Int(code)] != nil
            }
            if case .confusion(let a, let b)? = kin?.difference {
                let other = a == sound.symbol ? b : a
                letters[Int(code)] = codes[other.value].flatMap { letters[Int($0)] }
            } else {
                letters[Int(code)] = UInt8(ascii: "a") + code % 26
            }
        }
        return letters
    }

    private static let kinship: Float = 0.22

    private static func weight(_ kind: SoundProfile.Kind) -> Float {
        switch kind {
        case .vowel: 0.5
        case .glide: 0.5
        case .weak: 0.35
        case .consonant: 1
        }
    }

    func code(_ symbol: Unicode.Scalar) -> UInt8? { codes[symbol.value] }

    func code(_ symbol: UInt32) -> UInt8? { codes[symbol] }

    /// The sounds of a word's letters; a sound twice in a row counts once.
    func sounds(_ word: String, _ rules: RewriteRules) -> [UInt8] {
        var sounds: [UInt8] = []
        for scalar in rules.apply(word, keepsUnknown: false).scalars {
            guard let code = codes[scalar], sounds.last != code else { continue }
            sounds.append(code)
        }
        return sounds
    }

    /// The class letters of sounds, each run of one class once.
    func skeleton(_ sounds: some Sequence<UInt8>) -> [UInt8] {
        var skeleton: [UInt8] = []
        for sound in sounds {
            let letter = skeletons[Int(sound)]
            if letter != 0, skeleton.last != letter { skeleton.append(letter) }
        }
        return skeleton
    }
}
