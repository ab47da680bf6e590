public import LocaleData
public import TextCore

extension NameReader {
    /// What a name by itself most likely names: a place that ICU knows in the language, a body by one of its words, else a
    /// person.
    public func kind(of name: String, _ profile: LocaleProfile) -> EntityKind {
        let text = Text(name)
        let words = WordScan(text: text, starts: []).words(in: text.span)
        let places = places(profile)
        if let place = places.match(words[...]), place.count == words.count { return .place }
        let folded = words.map(\.folded)
        if places.joined.contains(folded.joined()) { return .place }
        let bodies = profile.grammar.words(.body)
        let isBody = folded.contains { word in
            // Where no space divides, the word for a body stands at the end.
            bodies.contains(word)
                || !profile.basics.spaces && bodies.contains { $0.count > 1 && word.hasSuffix($0) }
        }
        return isBody ? .organisation : .person
    }
}
