internal import TextCore

/// A plain text into its blocks: by blank lines, by lines, or by undoing a hard wrap.
struct PlainLines {
    /// Wider texts were not wrapped by a mail program or an editor.
    private static let widestWrap = 120
    private static let narrowestWrap = 30

    private let text: Text
    /// Lines that follow each other without a blank one between.
    private let groups: [[TextSpan]]

    init(_ text: Text) {
        self.text = text
        var groups: [[TextSpan]] = [[]]
        var start = 0
        for end in text.bytes.indices where text.bytes[end] == 0x0A {
            Self.add(text.trimmed(TextSpan(start, end)), to: &groups)
            start = end + 1
        }
        Self.add(text.trimmed(TextSpan(start, text.count)), to: &groups)
        self.groups = groups.filter { !$0.isEmpty }
    }

    private static func add(_ line: TextSpan, to groups: inout [[TextSpan]]) {
        if line.isEmpty {
            groups.append([])
        } else {
            groups[groups.count - 1].append(line)
        }
    }

    /// The blocks in text order, one line each.
    func blocks() -> [[UInt8]] {
        guard let width = wrapWidth() else {
            return groups.joined().map { collapsed([$0]) }.filter { !$0.isEmpty }
        }
        return groups.flatMap { unwrapped($0, width) }.filter { !$0.isEmpty }
    }

    /// The width that the text was wrapped to: nearly every line that goes on is so long that the next word would not
    /// have fitted.
    private func wrapWidth() -> Int? {
        let inner = groups.flatMap { $0.dropLast() }
        // Sentences a line each may be of one length by chance; a wrap cuts through most of them.
        let cut = inner.count { !Prose.endsSentence(Array(text.bytes[$0.range].suffix(8))) }
        guard inner.count >= 2, cut * 2 > inner.count else { return nil }
        let width = inner.map(columns).max() ?? 0
        guard (Self.narrowestWrap...Self.widestWrap).contains(width) else { return nil }
        var full = 0
        for group in groups {
            for (line, next) in zip(group, group.dropFirst())
            where columns(line) + 1 + firstWord(next) > width - 4 {
                full += 1
            }
        }
        return Double(full) >= 0.8 * Double(inner.count) ? width : nil
    }

    /// A line too short for the wrap ends a paragraph.
    private func unwrapped(_ group: [TextSpan], _ width: Int) -> [[UInt8]] {
        var blocks: [[UInt8]] = []
        var open: [TextSpan] = []
        for (index, line) in group.enumerated() {
            open.append(line)
            let isFull =
                index + 1 < group.count
                && columns(line) + 1 + firstWord(group[index + 1]) > width - 4
            if !isFull {
                blocks.append(collapsed(open))
                open = []
            }
        }
        return blocks
    }

    private func columns(_ line: TextSpan) -> Int {
        // No wrap is so wide that a longer count would matter.
        guard line.count < 4 * Self.widestWrap else { return line.count }
        let table = CharacterTable.shared
        var columns = 0
        var offset = line.start
        while offset < line.end {
            let (scalar, next) = text.scalar(at: offset)
            columns += table.columns(scalar)
            offset = next
        }
        return columns
    }

    private func firstWord(_ line: TextSpan) -> Int {
        let bytes = text.bytes[line.range]
        let end = bytes.prefix(200).firstIndex(of: 0x20) ?? min(line.end, line.start + 200)
        return columns(TextSpan(line.start, end))
    }

    /// Lines joined: by a space, or by nothing between characters of scripts without spaces.
    private func collapsed(_ lines: [TextSpan]) -> [UInt8] {
        var out: [UInt8] = []
        for line in lines {
            if let last = out.last, last >= 0x80, isWide(line.start), isWideEnd(out) {
                // Nothing between.
            } else if !out.isEmpty {
                out.append(0x20)
            }
            Prose.append(text.bytes[line.range], to: &out)
        }
        Prose.trim(&out)
        return out
    }

    private func isWide(_ offset: Int) -> Bool {
        CharacterTable.shared.flags(text.scalar(at: offset).0).contains(.wide)
    }

    private func isWideEnd(_ bytes: [UInt8]) -> Bool {
        CharacterTable.shared.flags(UTF8Decoding.scalar(bytes, before: bytes.count).0)
            .contains(.wide)
    }
}
