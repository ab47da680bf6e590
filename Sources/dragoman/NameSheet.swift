internal import TextCore
internal import Workbench

/// One name's record as JSON, and for people.
struct NameSheet: Encodable {
    struct Origin: Encodable {
        let lang: String
        let confidence: Double
        let signs: [String]
    }

    struct Token: Encodable {
        let text: String
        let role: String
    }

    struct Reading: Encodable {
        let scheme: String
        let tokens: [String]
        let source: String
    }

    struct Form: Encodable {
        let lang: String
        let form: String
        let ground: String
        let convention: String?
        let reading: String?
    }

    struct Scheme: Encodable {
        let id: String
        let form: String
        let title: String
    }

    let name: String
    let display: String
    let kind: String
    let script: String?
    let lang: String
    let guessed: Bool
    let ambiguous: Bool
    let origins: [Origin]
    let order: String
    let tokens: [Token]
    let readings: [Reading]
    let keys: [String]
    let known: [String]
    let forms: [Form]
    let schemes: [Scheme]

    init(_ record: NameDescription, forms: [Form], schemes: [Scheme]) {
        name = record.written
        display = record.display
        kind = record.kind.rawValue
        script = record.script
        lang = record.language.string
        guessed = record.isGuessed
        ambiguous = record.isAmbiguous
        origins = record.origins.map {
            Origin(
                lang: $0.language.string, confidence: NameWire.rounded($0.confidence),
                signs: $0.signs)
        }
        order = record.order
        tokens = record.tokens.map { Token(text: $0.text, role: $0.role) }
        readings = record.readings.map {
            Reading(scheme: $0.scheme, tokens: $0.tokens, source: $0.source)
        }
        keys = record.keys
        known = record.known
        self.forms = forms
        self.schemes = schemes
    }

    /// The record, a fact a line: what it is, a tab, and what it says.
    func render(_ terminal: Terminal) -> String {
        var table = Table(["", ""])
        func add(_ label: String, _ text: String) {
            table.add([.init(label, .dim), .init(text)])
        }
        add("name", display)
        add("kind", kind)
        if let script { add("script", script) }
        add("language", language)
        add("order", order)
        for token in tokens { add(token.role, token.text) }
        for reading in readings {
            add("reading", "\(reading.tokens.joined(separator: " "))  (\(reading.scheme))")
        }
        add("keys", keys.joined(separator: " "))
        if !known.isEmpty { add("known as", known.joined(separator: " ")) }
        for scheme in schemes { add(scheme.id, scheme.form) }
        return table.render(terminal)
    }

    /// "uk (92 %)", "ambiguous: ru uk bg", or the tag alone where it was given.
    private var language: String {
        guard guessed else { return lang }
        if ambiguous { return "ambiguous: " + origins.map(\.lang).joined(separator: " ") }
        guard let best = origins.first else { return lang }
        let signs = best.signs.isEmpty ? "" : " by " + best.signs.joined(separator: ", ")
        let share = min(99, Int((best.confidence * 100).rounded()))
        return "\(best.lang) (\(share) %\(signs))"
    }
}
