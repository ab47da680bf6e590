internal import TextCore

/// Tells names of the source that the translation does not have, in any script.
///
/// Which names a translator keeps and which are translated, cannot be seen on the name: "Heroku" stays, "Security
/// Advisory" does not. So a name is missed where the corpus knows the person, where its letters are no word's, or where
/// the other translations of the collection nearly always have it.
struct NameComparison {
    let source: NameWords
    let target: NameWords
    /// The words of the source that the target lacks.
    let lacking: [NameWords.Word]
    let habits: NameHabits
    let knownPeople: Set<String>

    var divergences: [Divergence] {
        var spans = missingKnown
        for word in missingWords where !spans.contains(where: { $0.contains(word) }) {
            spans.append(word)
        }
        return spans.sorted().map { span in
            Divergence(
                .name, source: span, target: target.passage.span,
                "“\(source.passage.text[span])” of the source is not named here")
        }
    }

    /// Known people have one key in every language.
    private var missingKnown: [TextSpan] {
        let there = Set(target.passage.names.map(\.key))
        var seen: Set<String> = []
        return source.passage.names.filter {
            knownPeople.contains($0.key) && !there.contains($0.key)
                && seen.insert($0.key).inserted
        }.map(\.span)
    }

    private var missingWords: [TextSpan] {
        let known = source.passage.names.filter { knownPeople.contains($0.key) }
        return lacking.filter { word in
            !known.contains { $0.span.contains(word.span) } && habits.expects(word, in: target)
        }.map(\.span)
    }
}
