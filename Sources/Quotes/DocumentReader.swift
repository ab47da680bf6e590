internal import TextCore

/// Reads a document paragraph by paragraph into drafts.
struct DocumentReader {
    let document: Document
    let lexicon: QuoteLexicon
    let marks: QuotationMarks
    let matches: [[MediationScanner.Match]]

    struct Reading {
        var drafts: [QuoteDraft] = []
        /// Every frame of the document, in order.
        var frames: [TextSpan] = []
    }

    func read(_ sentences: [TextSpan]) -> Reading {
        var reading = Reading()
        var next = 0
        var carried = false
        var introduced: TextSpan?
        var speaker = RunningSpeaker()
        let transcript = TranscriptReader(document: document, lexicon: lexicon, matches: matches)
        let labels = transcript.labels()
        for (index, block) in document.blocks.enumerated() {
            var own: [TextSpan] = []
            while next < sentences.count, sentences[next].start < block.span.end {
                if sentences[next].end > block.span.start { own.append(sentences[next]) }
                next += 1
            }
            let paragraph = ParagraphReader(
                text: document.text, block: block.span, number: index, lexicon: lexicon,
                marks: marks, matches: matches[index], carried: carried,
                nextBegins: begins(index + 1), introduced: introduced)
            var result = paragraph.read(own, label: labels[index])
            carried = result.endsOpen
            introduced = result.introduces
            // A headline says in short what the article tells with its source; only words in marks count there.
            if block.kind == .title || block.kind == .subhead {
                result.drafts.removeAll { $0.form == .indirect }
            }
            speaker.settle(
                &result.drafts, after: reading.drafts,
                isTitle: block.kind == .title || block.kind == .subhead)
            reading.frames += result.frames
            reading.drafts += result.drafts
        }
        attributeBackwards(&reading.drafts)
        return reading
    }

    /// A quotation over several paragraphs may be told only in its last one whose it is.
    private func attributeBackwards(_ drafts: inout [QuoteDraft]) {
        var next: (speaker: TextSpan, block: Int)?
        for index in drafts.indices.reversed() where !drafts[index].isNested {
            let draft = drafts[index]
            if let next, draft.isOpen, draft.isFloating, draft.block == next.block - 1 {
                drafts[index].speaker = next.speaker
            }
            let isOwn = !draft.isFloating || next != nil && drafts[index].speaker == next?.speaker
            next =
                draft.continues && isOwn
                ? drafts[index].speaker.map { ($0, draft.block) } : nil
        }
    }

    /// The paragraph begins with an opening mark.
    private func begins(_ index: Int) -> Bool {
        guard index < document.blocks.count else { return false }
        let span = document.blocks[index].span
        return document.text.bytes.withUnsafeBufferPointer { bytes in
            marks.mark(bytes, at: span.start, span.end).map {
                marks.marks[$0].canOpen && !marks.marks[$0].isApostrophe
            } ?? false
        }
    }
}
