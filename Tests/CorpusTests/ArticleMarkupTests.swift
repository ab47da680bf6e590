import Corpus
import Testing
import TextCore

struct ArticleMarkupTests {
    private func parse(_ file: String) -> [DraftBlock] {
        ArticleMarkup.document(Text(file), language: .english).drafts
    }

    @Test func kindsAreReadFromTheirMarkers() {
        let file = """
            # Міст відкрито

            Мер відкрила міст.

            ## Гроші
            - 市长
            - الجسر
            > Die Brücke.

            : Bild

            | a | b

            """
        #expect(
            parse(file) == [
                DraftBlock(.title, "Міст відкрито"), DraftBlock(.paragraph, "Мер відкрила міст."),
                DraftBlock(.subhead, "Гроші"), DraftBlock(.listItem, "市长"),
                DraftBlock(.listItem, "الجسر"), DraftBlock(.quotation, "Die Brücke."),
                DraftBlock(.caption, "Bild"), DraftBlock(.tableRow, "a | b"),
            ])
    }

    @Test(arguments: [
        "# 1 song", "- Да, — сказал он", "\\# x", "\\\\- x", "> y", "#hash", "\\name",
    ])
    func paragraphsThatLookLikeMarkersComeBack(text: String) {
        let blocks = [DraftBlock(.paragraph, "A."), DraftBlock(.paragraph, text)]
        #expect(parse(ArticleMarkup.compose(blocks).string) == blocks)
    }

    @Test func lineEndsInsideABlockStay() {
        let blocks = [
            DraftBlock(.paragraph, "Roses are red,\nviolets are blue"), DraftBlock(.title, "a\nb"),
        ]
        let file = ArticleMarkup.compose(blocks)
        #expect(file.string == "Roses are red,\nviolets are blue\n\n# a b\n")
        #expect(parse(file.string)[0] == blocks[0])
    }

    @Test(arguments: ["", "\n\n\n", " \u{2028}\n\t", "\r\n\r\n"])
    func blankFilesHaveNoBlocks(file: String) { #expect(parse(file) == []) }

    @Test func filesOfOtherSystemsAreRead() {
        #expect(
            parse("\u{FEFF}# A\r\n\r\nB\r\n\r\nC") == [
                DraftBlock(.title, "A"), DraftBlock(.paragraph, "B"), DraftBlock(.paragraph, "C"),
            ])
    }

    /// Composing is settled after one round, and what was composed is read as it was composed.
    @Test(arguments: 0..<300)
    func composingAndReadingAreInverse(seed: UInt64) {
        var generator = SeededGenerator(seed)
        let blocks = (0..<8).map { _ in
            DraftBlock(
                BlockKind.allCases.randomElement(using: &generator) ?? .paragraph,
                Samples.text(&generator))
        }
        let file = ArticleMarkup.compose(blocks)
        let read = ArticleMarkup.document(file, language: .english)
        #expect(ArticleMarkup.compose(read.drafts) == file)
        let kept = blocks.filter { block in
            block.text.unicodeScalars.contains { !CharacterTable.shared.isWhiteSpace($0) }
        }
        #expect(read.drafts.map(\.kind) == kept.map(\.kind))
        for (block, original) in zip(read.drafts, kept) {
            #expect(letters(block.text) == letters(original.text))
        }
    }

    /// Every character of the input but white space, in order.
    private func letters(_ text: String) -> [Unicode.Scalar] {
        Text(text).string.unicodeScalars.filter { !CharacterTable.shared.isWhiteSpace($0) }
    }

    @Test(arguments: 0..<100)
    func blocksOfAnyFileAreInOrderAndInRange(seed: UInt64) {
        var generator = SeededGenerator(seed)
        let text = Text((0..<20).map { _ in Samples.text(&generator) }.joined(separator: "\n"))
        var end = 0
        for block in ArticleMarkup.document(text, language: .english).blocks {
            #expect(block.span.start >= end && block.span.end <= text.count && !block.span.isEmpty)
            #expect(text.trimmed(block.span) == block.span)
            end = block.span.end
        }
    }
}
