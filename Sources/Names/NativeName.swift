internal import LocaleData
internal import TextCore

/// Tells a language's own names from foreign ones that it spells by their sound.
struct NativeName {
    let profile: LocaleProfile

    /// Only where the script and the data tell; else a name is taken for one of the language's own.
    func isNative(_ name: String) -> Bool {
        let rendering = profile.names.rendering
        let lower = Normalizer.lowercase(name, profile.tag)
        let letters = name.unicodeScalars.filter(CharacterTable.shared.isLetter)
        // Two characters are too few to spell a foreign name.
        let isForeign = letters.count > 2 && rendering.foreign.contains { lower.contains($0) }
        switch ScriptDetector.main(of: name) {
        case .latin: return true
        case .han where profile.tag.language == "zh":
            return !isForeign && HanName(name, profile.names) != nil
        case .hangul:
            let words = WrittenName(name, profile.tag).words
            return !isForeign && letters.count > 2
                && LatinForm.korean(words, profile.names) != nil
        case .katakana: return false
        default: return !isForeign
        }
    }
}
