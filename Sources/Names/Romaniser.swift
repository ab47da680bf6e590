internal import LocaleData
internal import TextCore

/// Writes a token of any script in Latin letters.
///
/// The language's ICU transform first, where it names one; then its rules; what neither knows goes through ICU's
/// Any-Latin.
struct Romaniser {
    let language: NameLanguage
    let pool: TransformPool

    func latin(_ token: String) -> String {
        var word = token
        if let code = ScriptDetector.main(of: token)?.code, let id = language.names.transforms[code]
        {
            word = pool.transform(word, id)
        }
        let (scalars, missed) = language.romanisation.apply(word, keepsUnknown: true)
        var latin = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
        if missed, latin.unicodeScalars.contains(where: Self.isForeign) {
            latin = Normalizer.fold(pool.transform(latin, "Any-Latin"))
        }
        return latin
    }

    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        let table = CharacterTable.shared
        let script = table.script(scalar)
        return table.isLetter(scalar) && script != .latin && !script.isCommon
    }
}
