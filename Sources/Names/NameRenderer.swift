public import LocaleData
public import TextCore

/// Writes a name in other languages: the established form where one is known, else the one that the target's
/// convention makes.
///
/// A convention is data: a transform into the target that names the source, or the source's letters read as sounds and
/// these written in the target's letters. Not thread-safe, as its reader is not.
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
    ///   - origin: the profile of the language that a name in Latin letters comes from, where that is another.
    public func render(
        _ name: String, from source: LocaleProfile, to target: LocaleProfile,
        origin: LocaleProfile? = nil
    ) -> NameRendering {
        let name = Text(name).string
        if let form = established(name, target.tag) {
            return NameRendering(form: form, language: target.tag, ground: .established)
        }
        let task = Task(name: name, source: source, target: target, origin: origin, reader: reader)
        guard let made = task.converted() else {
            return NameRendering(form: name, language: target.tag, ground: .asWritten)
        }
        var rendering = NameRendering(
            form: made.form, language: target.tag, ground: .convention(made.convention))
        rendering.reading = task.reading()
        return rendering
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
}

extension NameRenderer {
    /// One name on its way into one language.
    private struct Task {
        let name: String
        let source: LocaleProfile
        let target: LocaleProfile
        let origin: LocaleProfile?
        let reader: NameReader

        private var rules: RenderingProfile { target.names.rendering }
        /// Of the language that the name's letters are to be read in.
        private var from: LocaleProfile { isLatin ? origin ?? source : source }
        private var language: String { from.tag.language }
        private var isLatin: Bool { ScriptDetector.main(of: name) == .latin }
        private var wanted: String { target.tag.likelyScript }

        /// - Returns: `nil` where the target takes the name as it stands.
        func converted() -> (form: String, convention: String)? {
            let script = ScriptDetector.main(of: name)?.code ?? ""
            if script.isEmpty || source.tag.language == target.tag.language { return nil }
            if let made = transformed(script) { return made }
            if isWritten(script), isNative(script) || wanted != "Jpan" { return nil }
            return bySound(script) ?? inLatin() ?? byLetters(script)
        }

        /// `Hans`, `Hant`, `Jpan` and `Kore` are unions or variants of scripts that characters have.
        private func isWritten(_ script: String) -> Bool {
            script == wanted || script == "Hani" && ["Hans", "Hant", "Jpan"].contains(wanted)
                || script == "Hang" && wanted == "Kore"
        }

        private func transformed(_ script: String) -> (String, String)? {
            if let steps = rules.latinTransforms[language], isNative(script) {
                let words =
                    isLatin
                    ? WrittenName(name, from.tag).words
                    : LatinForm(reader: reader, source: source).words(name, for: target.tag)
                return (joined(words, steps), title(steps))
            }
            if script == "Hani", isNative(script), let steps = rules.hanTransforms[language] {
                return (reader.pool.transform(name, steps), title(steps))
            }
            guard
                let steps = (isLatin ? nil : rules.transforms[language]) ?? rules.transforms[script]
            else {
                return nil
            }
            return (joined(WrittenName(name, source.tag).words, steps), title(steps))
        }

        /// No foreign name that the source's letters spell by sound.
        private func isNative(_ script: String) -> Bool {
            script == "Latn" || NativeName(profile: source).isNative(name)
        }

        /// How the target reads the characters of a name that it keeps.
        func reading() -> String? {
            guard let steps = rules.readings[language],
                let native = HanName(name, source.names)
            else { return nil }
            return native.parts.map { reader.pool.transform($0, steps) }
                .joined(separator: separator.isEmpty ? " " : separator)
        }

        /// Through the sounds that the source's letters stand for.
        private func bySound(_ script: String) -> (String, String)? {
            let sounds = from.names.rendering.sounds
            let isForeign = !isNative(script)
            let plain = wanted == "Latn" && isForeign ? rules.fromSounds["Latn"] : nil
            guard
                let into = plain ?? rules.fromSounds[from.tag.language] ?? rules.fromSounds["-"]
            else { return nil }
            let title =
                into.title
                ?? "sounds, \(from.folders.first ?? "root") to \(target.folders.first ?? "root")"
            let own = (isForeign && script != "Hani" ? sounds["foreign"] : nil) ?? sounds["-"]
            if script != "Latn", let own {
                let words = WrittenName(name, source.tag).words
                return (joined(words, own, into), title)
            }
            guard let steps = (isForeign ? sounds["foreign"] : nil) ?? sounds["Latn"]
            else {
                return nil
            }
            let words =
                isLatin
                ? WrittenName(name, from.tag).words
                : LatinForm(reader: reader, source: source).words(name)
            return (joined(words, steps, into), title)
        }

        private func inLatin() -> (String, String)? {
            guard wanted == "Latn" else { return nil }
            let form = source.names.rendering
            let words = LatinForm(reader: reader, source: source).words(name, for: target.tag)
            let steps = form.intoLatin[target.tag.language] ?? form.intoLatin["-"]
            let title =
                steps.map { $0.title ?? $0.written }
                ?? "rules of '\(source.folders.first ?? "root")'"
            // What characters read is still in syllables.
            if ScriptDetector.main(of: name) == .han, let steps {
                return (joined(words, steps), title)
            }
            return (joined(words), title)
        }

        /// The older way: a table from Latin letters, or ICU's transform of the script.
        private func byLetters(_ script: String) -> (String, String) {
            let words = LatinForm(reader: reader, source: source).words(name)
            if let letters = rules.letters[script] ?? rules.letters["*"] {
                let rewrite = RewriteRules(letters.map { ($0.key, $0.value) })
                let written = words.map { word in
                    var word = word
                    let ascii = reader.pool.transform(word.text, "Latin-ASCII")
                    let scalars = rewrite.apply(ascii, keepsUnknown: true).scalars
                    word.text = String(
                        String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
                    return word
                }
                return (joined(written), "rules of '\(target.folders.first ?? "root")'")
            }
            let id = "Latin-\(wanted)"
            let written = words.map { word in
                var word = word
                word.text = reader.pool.transform(word.text, id)
                return word
            }
            return (joined(written), "ICU \(id)")
        }

        private func title(_ steps: NameSteps) -> String { steps.title ?? steps.written }

        private func joined(_ words: [WrittenName.Word], _ steps: NameSteps...) -> String {
            joined(
                words.map { word in
                    var word = word
                    if let known = rules.names[word.text] {
                        word.text = known
                    } else {
                        word.text = steps.reduce(word.text) { reader.pool.transform($0, $1) }
                    }
                    return word
                })
        }

        /// Words as the target orders, divides and capitalises them.
        private func joined(_ words: [WrittenName.Word]) -> String {
            var form = ""
            for word in ordered(words) where !word.text.isEmpty {
                switch word.joint {
                case .none: break
                case .space: form += form.isEmpty ? "" : separator
                case .hyphen: form += form.isEmpty ? "" : rules.hyphen
                }
                let text = word.isSmall && !form.isEmpty ? word.text : capitalised(word.text)
                form += word.isInitial ? "\(text)." : text
            }
            return form
        }

        private var separator: String {
            let own = rules.separators[language]
            let isNative = own != nil && self.isNative(isLatin ? "Latn" : "")
            return (isNative ? own : nil) ?? rules.separators["-"] ?? " "
        }

        /// A capital at the beginning alone: what a hyphen follows inside a word stays small, as in "Jae-in".
        private func capitalised(_ word: String) -> String {
            guard let hyphen = word.firstIndex(of: "-") else {
                return Normalizer.titlecase(word, target.tag)
            }
            return Normalizer.titlecase(String(word[..<hyphen]), target.tag) + word[hyphen...]
        }

        /// A family name goes to the end where the source's language says so and the characters tell which it is.
        private func ordered(_ words: [WrittenName.Word]) -> [WrittenName.Word] {
            let rendering = source.names.rendering
            let hasCharacters = name.unicodeScalars.contains {
                CharacterTable.shared.script($0) == .han
            }
            guard isLatin ? rendering.swapsLatinOrder : rendering.swapsOrder && hasCharacters,
                words.count == 2, words[1].joint == .space, target.names.order != .familyGiven
            else { return words }
            return [
                WrittenName.Word(text: words[1].text, joint: .none),
                WrittenName.Word(text: words[0].text, joint: .space),
            ]
        }
    }
}
