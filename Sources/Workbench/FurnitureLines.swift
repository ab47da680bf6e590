internal import Glibc
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
            if hasLineEnd(text, sentence) {
                apart += pieces(sentence, text)
            } else {
                apart.append(sentence)
            }
        }
        return apart
    }

    private func hasLineEnd(_ text: Text, _ span: TextSpan) -> Bool {
        text.bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            return memchr(base + span.start, 0x0A, span.count) != nil
        }
    }

    private func pieces(_ sentence: TextSpan, _ text: Text) -> [TextSpan] {
        guard let classifier = classifiers.classifier(language) else { return [sentence] }
        var pieces: [TextSpan] = []
        var isOpen = false
        for line in text.lines(in: sentence).map(text.trimmed) where !line.isEmpty {
            let isFurniture = classifier.kind(of: text[line]) != nil
            if isOpen, !isFurniture {
                pieces[pieces.count - 1].end = line.end
            } else {
                pieces.append(line)
            }
            isOpen = !isFurniture
        }
        return pieces
    }
}
