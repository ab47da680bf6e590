internal import Ingestion
internal import TextCore

/// Lines of a plain text that are site furniture ("Leave a reply"): no sentence goes into one or out of it.
struct FurnitureLines: Sendable {
    let classifiers: ClassifierShelf
    let language: LanguageTag

    /// The sentences with every furniture line by itself.
    func apart(_ sentences: [TextSpan], in text: Text) -> [TextSpan] {
        var apart: [TextSpan] = []
        apart.reserveCapacity(sentences.count)
        for sentence in sentences {
            if Text.hasLineEnd(text.bytes[sentence.range]) {
                apart += pieces(sentence, text)
            } else {
                apart.append(sentence)
            }
        }
        return apart
    }

    private func pieces(_ sentence: TextSpan, _ text: Text) -> [TextSpan] {
        var pieces: [TextSpan] = []
        var isOpen = false
        for line in text.lines(in: sentence).map(text.trimmed) where !line.isEmpty {
            let isFurniture = isFurniture(line, text)
            if isOpen, !isFurniture {
                pieces[pieces.count - 1].end = line.end
            } else {
                pieces.append(line)
            }
            isOpen = !isFurniture
        }
        return pieces
    }

    private func isFurniture(_ line: TextSpan, _ text: Text) -> Bool {
        mayBeFurniture(line, text)
            && classifiers.classifier(language)?.kind(of: text[line]) != nil
    }

    /// A whole line that is short and has no mark at its end. Asking the patterns of a line takes far longer than splitting
    /// it, and of a text that somebody wrapped hardly a line is short but the last of a paragraph.
    private func mayBeFurniture(_ line: TextSpan, _ text: Text) -> Bool {
        guard line.count <= 160,
            text.bytes[line.range].count(where: { $0 & 0xC0 != 0x80 }) <= 48,
            !CharacterTable.shared.isPunctuation(text.scalar(before: line.end).0)
        else { return false }
        var start = line.start
        while start > 0, text.bytes[start - 1] == 0x20 { start -= 1 }
        return start == 0 || text.bytes[start - 1] == 0x0A
    }
}
