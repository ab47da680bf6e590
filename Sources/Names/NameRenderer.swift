public import LocaleData
public import TextCore

/// Writes a name in other languages: the established form where one is known, else the one that the target's
/// convention makes.
///
/// Not thread-safe, as its reader is not.
public struct NameRenderer {
    private let reader: NameReader
    private let known: [KnownName]

    public init(reader: NameReader, known: [KnownName] = []) {
        self.reader = reader
        self.known = known
    }

    /// - Parameters:
    ///   - source: the profile of the language that the name is written in.
    ///   - target: the profile of the language to write it in.
    public func render(
        _ name: String, from source: LocaleProfile, to target: LocaleProfile
    ) -> NameRendering {
        let name = Text(name).string
        if let form = established(name, target.tag) {
            return NameRendering(form: form, language: target.tag, ground: .established)
        }
        let script = ScriptDetector.main(of: name)?.code ?? ""
        let wanted = target.tag.likelyScript
        if source.tag.language == target.tag.language || Self.isWritten(script, in: wanted) {
            return NameRendering(form: name, language: target.tag, ground: .asWritten)
        }
        let (form, convention) = converted(name, script, source, target, wanted)
        return NameRendering(
            form: form, language: target.tag, ground: .convention(convention))
    }

    private func established(_ name: String, _ language: LanguageTag) -> String? {
        let folded = Normalizer.fold(name)
        for entry in known
        where entry.forms.values.contains(where: { $0.contains { Normalizer.fold($0) == folded } })
        {
            if let form = entry.establishedForm(in: language) { return form }
        }
        return nil
    }

    /// `Hans`, `Hant`, `Jpan` and `Kore` are unions or variants of scripts that characters have.
    private static func isWritten(_ script: String, in wanted: String) -> Bool {
        script == wanted || script == "Hani" && ["Hans", "Hant", "Jpan"].contains(wanted)
            || script == "Hang" && wanted == "Kore"
    }

    private func converted(
        _ name: String, _ script: String, _ source: LocaleProfile, _ target: LocaleProfile,
        _ wanted: String
    ) -> (String, String) {
        let rules = target.names.rendering
        let language = source.tag.language
        let latin = latinWords(name, source)
        if let id = rules.transforms[language] ?? rules.transforms[script] {
            // What reads pinyin or romaji reads the Latin form; what reads a script reads the name itself.
            let input = id.contains("_Latn") || script == "Latn" ? latin : Self.words(name)
            let words = input.map { reader.pool.transform($0, id) }
            return (joined(rewritten(words, rules.letters[language]), target), "ICU \(id)")
        }
        if let letters = rules.letters[script] ?? rules.letters["*"] {
            return (
                joined(rewritten(latin, letters), target),
                "rules of '\(target.folders.first ?? "root")'"
            )
        }
        if wanted == "Latn" { return (joined(latin, target), latinScheme(source)) }
        let id = rules.transforms["Latn"] ?? "Latin-\(wanted)"
        return (joined(latin.map { reader.pool.transform($0, id) }, target), "ICU \(id)")
    }

    private func rewritten(_ words: [String], _ letters: [String: String]?) -> [String] {
        guard let letters else { return words }
        let rules = RewriteRules(letters.map { ($0.key, $0.value) })
        return words.map { word in
            let scalars = rules.apply(Normalizer.fold(word), keepsUnknown: true).scalars
            return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
        }
    }

    private func latinScheme(_ source: LocaleProfile) -> String {
        source.names.rendering.intoLatin.map { "ICU \($0)" }
            ?? "rules of '\(source.folders.first ?? "root")'"
    }

    private static func words(_ name: String) -> [String] {
        Normalizer.fold(name).split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
    }

    /// The name's words in Latin letters, lower case, without the marks of a transliteration.
    private func latinWords(_ name: String, _ source: LocaleProfile) -> [String] {
        if let id = source.names.rendering.intoLatin {
            return Self.words(reader.pool.transform(name, "\(id); Latin-ASCII")).map {
                String($0.filter { $0 != "'" && $0 != "`" })
            }
        }
        let record = reader.record(name, source.tag, source)
        return (record.readings.first?.tokens ?? []).map {
            reader.pool.transform($0, "Latin-ASCII").filter { $0.isLetter || $0.isNumber }
        }
    }

    /// Words as the target divides and capitalises them.
    private func joined(_ words: [String], _ target: LocaleProfile) -> String {
        words.map { Normalizer.titlecase($0, target.tag) }
            .joined(separator: target.names.rendering.separator)
    }
}
