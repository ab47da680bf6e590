internal import TextCore

/// Pairs the quotation marks of one paragraph.
///
/// A mark that can both open and close is judged by the blanks around it and by what stands open. At most
/// ``deepest`` quotations stand inside each other, so a run of marks costs no more than its length.
struct QuotationPairing {
    static let deepest = 4

    private struct Open {
        let mark: Int
        let start: Int
        let innerStart: Int
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let marks: QuotationMarks
    private let table = CharacterTable.shared
    private var stack: [Open] = []
    private var found: [Quotation] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ marks: QuotationMarks) {
        self.bytes = bytes
        self.marks = marks
    }

    /// - Parameters:
    ///   - carried: the paragraph before ended inside a quotation.
    ///   - nextBegins: the next paragraph begins with an opening mark.
    /// - Returns: quotations in text order, outer before inner.
    mutating func run(_ block: TextSpan, carried: Bool, nextBegins: Bool) -> [Quotation] {
        stack.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        var offset = block.start
        while offset < block.end {
            if let mark = marks.mark(bytes, at: offset, block.end) {
                let end = offset + marks.marks[mark].bytes.count
                judge(mark, TextSpan(offset, end), block, carried)
                offset = end
            } else {
                offset += 1
            }
        }
        closeRest(block, nextBegins)
        found.sort { ($0.outer.start, -$0.outer.end) < ($1.outer.start, -$1.outer.end) }
        if carried, let first = found.first, first.outer.start == block.start {
            found[0].continues = true
        }
        level()
        return found
    }

    // MARK: judging

    private mutating func judge(_ mark: Int, _ span: TextSpan, _ block: TextSpan, _ carried: Bool) {
        let left = before(span.start, block)
        let right = after(span.end, block)
        let own = marks.marks[mark]
        if own.isApostrophe, left == .letter || left == .digit, right == .letter { return }
        let closes = own.canClose ? opener(closedBy: mark) : reversedOpener(mark)
        switch role(own, left, right, closes != nil) {
        case .opening: open(mark, span)
        case .closing:
            if let closes {
                close(at: closes, span)
            } else if carried, found.isEmpty, stack.isEmpty, !own.isApostrophe {
                append(TextSpan(block.start, span.end), TextSpan(block.start, span.start))
                if !found.isEmpty { found[found.count - 1].continues = true }
            }
        case .neither: break
        }
    }

    private enum Role { case opening, closing, neither }

    private func role(
        _ own: QuotationMarks.Mark, _ left: Side, _ right: Side, _ hasOpener: Bool
    ) -> Role {
        if own.isApostrophe {
            if left == .blank, right == .letter { return own.canOpen ? .opening : .neither }
            return hasOpener && left != .blank ? .closing : .neither
        }
        let closing: Role = own.canClose || hasOpener && right != .letter ? .closing : .neither
        switch (left == .blank, right == .letter) {
        case (true, true):
            // A closing mark where only an opening one makes sense is taken for one.
            return own.canOpen || !hasOpener ? .opening : closing
        case (false, false): return closing
        case (true, false):
            if hasOpener, own.prefersClosing || !own.prefersOpening { return .closing }
            return own.canOpen && right != .end && !own.isStraight ? .opening : closing
        case (false, true):
            if hasOpener, own.prefersClosing || own.isStraight || !own.canOpen { return .closing }
            if own.isStraight { return left == .uncased ? .opening : .neither }
            return own.canOpen ? .opening : closing
        }
    }

    private mutating func open(_ mark: Int, _ span: TextSpan) {
        if let same = stack.lastIndex(where: { $0.mark == mark }),
            marks.marks[mark].isStraight || stack.count >= Self.deepest
        {
            abandon(from: same, before: span.start)
        }
        if stack.count >= Self.deepest { stack.removeFirst() }
        stack.append(Open(mark: mark, start: span.start, innerStart: span.end))
    }

    /// The innermost open quotation that a mark can close.
    private func opener(closedBy mark: Int) -> Int? {
        stack.lastIndex { open in
            let opener = marks.marks[open.mark]
            return opener.closers.contains(mark) || !opener.canOpen && open.mark == mark
                || marks.marks[mark].bytes == [0x22] && !opener.isApostrophe
                    && opener.bytes.count > 1
                    && !opener.isStraight && opener.bytes[0] == 0xE2
        }
    }

    /// A closing mark that was taken for an opening one ends at its partner: ”…“.
    private func reversedOpener(_ mark: Int) -> Int? {
        stack.lastIndex {
            !marks.marks[$0.mark].canOpen && marks.marks[mark].closers.contains($0.mark)
        }
    }

    private mutating func close(at index: Int, _ span: TextSpan) {
        let open = stack[index]
        // Whatever was opened inside and not closed was no quotation of its own.
        stack.removeSubrange(index...)
        let inner = TextSpan(open.innerStart, span.start)
        // One word between apostrophes is mentioned, not said.
        if marks.marks[open.mark].isApostrophe, !bytes[inner.range].contains(0x20) { return }
        append(TextSpan(open.start, span.end), inner)
    }

    /// Gives up quotations that were never closed: they end with the sentence before the next mark.
    private mutating func abandon(from index: Int, before offset: Int) {
        let open = stack[index]
        stack.removeSubrange(index...)
        guard !marks.marks[open.mark].isApostrophe else { return }
        let end = sentenceEnd(open.innerStart, offset)
        append(TextSpan(open.start, end), TextSpan(open.innerStart, end))
        if !found.isEmpty { found[found.count - 1].isOpen = true }
    }

    private mutating func closeRest(_ block: TextSpan, _ nextBegins: Bool) {
        guard let open = stack.first(where: { !marks.marks[$0.mark].isApostrophe }) else { return }
        let nextQuotation = found.filter { $0.outer.start > open.start }.map(\.outer.start).min()
        let limit = nextQuotation ?? block.end
        // A quotation that the next paragraph takes up again lasts to the end of this one.
        let end =
            nextBegins && nextQuotation == nil
            ? block.end
            : nextQuotation == nil ? block.end : sentenceEnd(open.innerStart, limit)
        append(TextSpan(open.start, end), TextSpan(open.innerStart, end))
        if !found.isEmpty { found[found.count - 1].isOpen = true }
    }

    /// The end of the last sentence that ends before an offset, or the offset itself.
    private func sentenceEnd(_ start: Int, _ limit: Int) -> Int {
        var offset = limit
        while offset > start {
            let byte = bytes[offset - 1]
            if byte == 0x2E || byte == 0x21 || byte == 0x3F { return offset }
            offset -= 1
            // Only the nearest stretch is looked at, so that many marks cost no more than a few.
            if limit - offset > 400 { break }
        }
        return limit
    }

    private mutating func append(_ outer: TextSpan, _ inner: TextSpan) {
        let trimmed = trim(inner)
        guard !trimmed.isEmpty else { return }
        found.append(Quotation(outer: outer, inner: trimmed))
    }

    private func trim(_ span: TextSpan) -> TextSpan {
        var start = span.start
        var end = max(span.start, span.end)
        while start < end {
            let (scalar, next) = UTF8Decoding.scalar(bytes, at: start)
            guard table.isWhiteSpace(scalar) else { break }
            start = next
        }
        while end > start {
            var previous = end - 1
            while previous > start, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
            guard table.isWhiteSpace(UTF8Decoding.scalar(bytes, at: previous).0) else { break }
            end = previous
        }
        return TextSpan(start, end)
    }

    /// Numbers the depth, and drops what crosses another quotation.
    private mutating func level() {
        var open: [TextSpan] = []
        var kept: [Quotation] = []
        for var quotation in found {
            while let last = open.last, last.end <= quotation.outer.start { open.removeLast() }
            if let last = open.last, quotation.outer.end > last.end { continue }
            quotation.level = open.count
            open.append(quotation.outer)
            kept.append(quotation)
        }
        found = kept
    }

    // MARK: surroundings

    enum Side { case end, blank, letter, uncased, digit, punctuation }

    private func before(_ offset: Int, _ block: TextSpan) -> Side {
        guard offset > block.start else { return .blank }
        var start = offset - 1
        while start > block.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return side(UTF8Decoding.scalar(bytes, at: start).0, opening: true)
    }

    private func after(_ offset: Int, _ block: TextSpan) -> Side {
        guard offset < block.end else { return .end }
        return side(UTF8Decoding.scalar(bytes, at: offset).0, opening: false)
    }

    /// Opening brackets and dashes stand where a blank would before a mark.
    private func side(_ scalar: Unicode.Scalar, opening: Bool) -> Side {
        if table.isWhiteSpace(scalar) || scalar == "\u{200F}" || scalar == "\u{200E}" {
            return .blank
        }
        if table.isDigit(scalar) { return opening ? .digit : .letter }
        if table.isLetter(scalar) {
            return opening && table.category(scalar) == .otherLetter ? .uncased : .letter
        }
        switch table.category(scalar) {
        case .open, .dash, .initialQuote: return opening ? .blank : .letter
        case .currencySymbol: return .letter
        default:
            if !opening,
                scalar == "…" || scalar == "¿" || scalar == "¡" || scalar == "@" || scalar == "#"
            {
                return .letter
            }
            return .punctuation
        }
    }
}
