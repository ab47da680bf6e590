internal import TextCore

/// How many columns of a terminal a text takes: two for an ideograph, none for a combining mark.
enum DisplayWidth {
    static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + CharacterTable.shared.columns($1) }
    }

    /// Lines of at most `width` columns, broken at spaces where there are any, else between characters.
    static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line: [Character] = []
        var used = 0
        var lastSpace: Int?
        for character in text {
            let columns = self.columns(String(character))
            if character.isNewline || used + columns > width, !line.isEmpty {
                let cut = character == " " || character.isNewline ? nil : lastSpace
                lines.append(String(line[..<(cut ?? line.count)]))
                line = cut.map { Array(line[($0 + 1)...]) } ?? []
                used = line.reduce(0) { $0 + self.columns(String($1)) }
                lastSpace = nil
                if character == " " || character.isNewline { continue }
            }
            if character.isNewline { continue }
            if character == " " { lastSpace = line.count }
            line.append(character)
            used += columns
        }
        if !line.isEmpty || lines.isEmpty { lines.append(String(line)) }
        return lines
    }

    /// The text cut to a width, with an ellipsis where something was left out.
    static func truncated(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        var out = ""
        var used = 1
        for character in text {
            used += columns(String(character))
            if used > width { break }
            out.append(character)
        }
        return out + "…"
    }
}
