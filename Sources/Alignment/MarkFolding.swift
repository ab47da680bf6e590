internal import TextCore

/// Brings punctuation of all scripts to one form, so that a question mark aligns with a question mark.
enum MarkFolding {
    private static let classes: [(form: String, marks: String)] = [
        (".", "。．｡։।॥۔። "), (",", "，、،､՝፣"), ("?", "？؟՞;፧"), ("!", "！՜"),
        (":", "：፡"), (";", "；؛፤"), ("…", "…⋯"), ("-", "—–―‒‐‑−－〜～"),
        ("\"", "“”„‟«»‹›「」『』《》〈〉＂〝〞"), ("'", "’‘‚‛＇`´"),
        ("(", "（［【〔"), (")", "）］】〕"), ("%", "％٪"),
    ]

    private static let forms: [Unicode.Scalar: String] = {
        var forms: [Unicode.Scalar: String] = [:]
        for (form, marks) in classes {
            for mark in marks.unicodeScalars { forms[mark] = form }
        }
        return forms
    }()

    /// The common form, or the mark folded for comparing where it has none.
    static func fold(_ mark: String) -> String {
        if let scalar = mark.unicodeScalars.first, let form = forms[scalar] { return form }
        return Normalizer.normalize(mark, .nfkcFolded)
    }
}
