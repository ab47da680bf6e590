public import LocaleData
internal import Names
internal import Synchronization
public import TextCore

extension NameService {
    /// A scheme that a language's names can be written in.
    public struct Scheme: Hashable, Sendable {
        public let id: String
        public let title: String
    }

    /// The name in other languages: known forms first, else by convention.
    public func render(
        _ name: Written, in targets: [LanguageTag]
    ) throws(LocaleDataError) -> [Rendered] {
        let (source, origin) = try profiles(of: name)
        return try withWorker { worker throws(LocaleDataError) in
            let renderer = NameRenderer(reader: worker.reader, known: known)
            var forms: [Rendered] = []
            for target in targets {
                let rendering = renderer.render(
                    name.name, from: source, to: try shelf.profile(target), origin: origin)
                forms.append(Rendered(rendering, target))
            }
            return forms
        }
    }

    /// The schemes of a language, in the order of its data.
    public func schemes(of language: LanguageTag) throws(LocaleDataError) -> [Scheme] {
        try shelf.profile(language).names.rendering.schemes.map {
            Scheme(id: $0.id, title: $0.title)
        }
    }

    /// The name by one of its language's schemes; `nil` where the language has no such scheme.
    public func write(_ name: Written, scheme id: String) throws(LocaleDataError) -> String? {
        let (source, _) = try profiles(of: name)
        guard let scheme = source.names.rendering.schemes.first(where: { $0.id == id }) else {
            return nil
        }
        return try withWorker { worker throws(LocaleDataError) in
            NameSchemeWriter(worker.reader).write(name.name, scheme, of: source)
        }
    }

    /// The language that a name is read in: the one given, or the likeliest.
    public func language(readIn name: Written) throws(LocaleDataError) -> LanguageTag {
        if name.language != .undetermined { return name.language }
        let guesses = try guesses(name.name)
        // A name in Latin letters that could be of many languages is read as of none of them.
        let isLatin = ScriptDetector.main(of: name.name) == .latin
        if let best = guesses.first, !isLatin || best.confidence >= 0.5 { return best.language }
        return isLatin ? .undetermined : Self.language(of: name)
    }

    /// All that is known of a name.
    public func describe(_ name: Written) throws(LocaleDataError) -> NameDescription {
        let language = try language(readIn: name)
        let profile = try shelf.profile(language)
        let isGuessed = name.language == .undetermined
        let origins =
            isGuessed
            ? try guesses(name.name).map {
                NameDescription.Origin(
                    language: $0.language, confidence: $0.confidence, signs: $0.signs)
            } : [.init(language: language, confidence: 1, signs: [])]
        return try withWorker { worker throws(LocaleDataError) in
            let record = worker.reader.record(name.name, language, profile)
            return NameDescription(
                written: name.name, display: worker.reader.display(name.name, profile),
                kind: knownNames(name.name).first?.kind
                    ?? worker.reader.kind(of: name.name, profile),
                script: record.script?.code, language: language, origins: origins,
                isGuessed: isGuessed, order: profile.names.order.rawValue,
                tokens: record.parts.map {
                    .init(text: $0.text, role: $0.role.rawValue)
                },
                readings: record.readings.map {
                    .init(
                        scheme: $0.scheme.rawValue, tokens: $0.tokens,
                        source: Self.source($0, record, profile))
                },
                keys: record.skeletons(languages.table), known: knownNames(name.name).map(\.id))
        }
    }

    private func knownNames(_ name: String) -> [KnownName] {
        let folded = Normalizer.fold(Text(name).string)
        return known.filter { $0.forms.values.joined().contains { Normalizer.fold($0) == folded } }
    }

    private static func source(
        _ reading: NameReading, _ record: NameRecord, _ profile: LocaleProfile
    ) -> String {
        let folder = "locales/\(profile.folders.first ?? "root")"
        switch reading.scheme {
        case .pinyin: return "ICU Han-Latin/Names, \(folder)"
        case .romanisation where profile.names.transliteration.isEmpty:
            return "ICU \(record.script?.code ?? "Any")-Latin"
        default: return folder
        }
    }

    /// The profile of the language that a name is written in, and, for one in Latin letters, of the one it comes from.
    private func profiles(
        of name: Written
    ) throws(LocaleDataError) -> (source: LocaleProfile, origin: LocaleProfile?) {
        let language = try language(readIn: name)
        let source = try shelf.profile(language)
        // English texts hold names of the whole world.
        guard ScriptDetector.main(of: name.name) == .latin,
            name.language.language == "en"
        else { return (source, nil) }
        let guesses = try guesses(name.name)
        if let best = guesses.first, best.confidence >= 0.5 {
            return (source, try shelf.profile(best.language))
        }
        let isOwn = guesses.contains { $0.language.language == "en" }
        return (source, isOwn ? nil : try shelf.profile(.undetermined))
    }

    /// The languages that a name could be of; their signs are read once.
    private func guesses(_ name: String) throws(LocaleDataError) -> [NameOriginGuesser.Guess] {
        if let ready = guesser.withLock({ $0 }) { return ready.guesses(name) }
        let made = NameOriginGuesser(try shelf.catalogue.nameSigns())
        guesser.withLock { $0 = made }
        return made.guesses(name)
    }
}

extension NameService.Rendered {
    fileprivate init(_ rendering: NameRendering, _ target: LanguageTag) {
        form = rendering.form
        language = target
        reading = rendering.reading
        switch rendering.ground {
        case .established: (ground, convention) = ("known", nil)
        case .asWritten: (ground, convention) = ("as-written", nil)
        case .convention(let name): (ground, convention) = ("convention", name)
        }
    }
}
