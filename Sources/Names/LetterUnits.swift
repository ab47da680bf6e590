internal import TextCore

/// The letters of a token that learned costs speak of.
///
/// Hangul syllables come apart, so that a consonant is told by its place in the syllable; vowel signs that are seldom
/// written and accents that no costs need are left out; hiragana is katakana.
enum LetterUnits {
    /// - Parameter token: NFKC, case folded; Han characters already simplified.
    /// - Returns: UTF-16 units; letters beyond the BMP are left out, as no costs know them.
    static func units(_ token: String) -> [UInt16] {
        var units: [UInt16] = []
        for scalar in token.unicodeScalars {
            switch scalar.value {
            case 0xAC00...0xD7A3: append(decomposing: scalar.value, to: &units)
            case 0x0300...0x036F, 0x0591...0x05C7, 0x0640, 0x064B...0x065F, 0x0670: continue
            case 0x2018, 0x2019, 0x60, 0xB4, 0x2B9, 0x2BC, 0x05F3: units.append(apostrophe)
            case 0x0370...0x03FF, 0x1F00...0x1FFF: append(greek: scalar, to: &units)
            case 0x3041...0x3096: units.append(UInt16(scalar.value) + 0x60)
            case 0x10000...: continue
            default: units.append(UInt16(truncatingIfNeeded: scalar.value))
            }
        }
        return units
    }

    private static let apostrophe: UInt16 = 0x27

    private static func append(decomposing syllable: UInt32, to units: inout [UInt16]) {
        let index = syllable - 0xAC00
        units.append(UInt16(0x1100 + index / 588))
        units.append(UInt16(0x1161 + index % 588 / 28))
        if index % 28 > 0 { units.append(UInt16(0x11A7 + index % 28)) }
    }

    private static func append(greek scalar: Unicode.Scalar, to units: inout [UInt16]) {
        guard let plain = Normalizer.normalize(String(scalar), .nfd).unicodeScalars.first else {
            return
        }
        let isFinal = plain.value == 0x3C2
        units.append(isFinal ? 0x3C3 : UInt16(truncatingIfNeeded: plain.value))
    }

    /// Latin letters as 1 to 26; others are left out.
    static func latin(_ bare: some StringProtocol) -> [UInt8] {
        bare.utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 0x60
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 0x40
            default: nil
            }
        }
    }
}
