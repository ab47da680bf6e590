internal import Workbench

/// A quote in JSON; what is not known stands as `null`.
struct QuoteWire: JSONWriting {
    private let quote: ReportedQuote

    init(_ quote: ReportedQuote) { self.quote = quote }

    func write(to sheet: inout JSONSheet) {
        sheet.object { sheet in
            sheet.key("chain")
            sheet.array(quote.chain, Self.step)
            sheet.key("confidence")
            sheet.number(Self.rounded(quote.confidence))
            sheet.key("cue")
            sheet.optional(quote.cue, Self.stretch)
            sheet.key("end")
            sheet.number(quote.words.end)
            sheet.key("group")
            sheet.number(quote.group)
            sheet.key("mark")
            sheet.optional(quote.mark, Self.stretch)
            sheet.key("mediation")
            sheet.string(quote.mediation)
            sheet.key("mediator")
            sheet.optional(quote.mediator, Self.stretch)
            sheet.key("relay")
            sheet.array(quote.relay, Self.stretch)
            sheet.key("rule")
            sheet.string(quote.rule)
            sheet.key("scope")
            sheet.string(quote.scope)
            sheet.key("source_lang")
            sheet.string(quote.sourceLanguage)
            sheet.key("speaker")
            sheet.optional(quote.speaker, speaker)
            sheet.key("start")
            sheet.number(quote.words.start)
            sheet.key("type")
            sheet.string(quote.form)
        }
    }

    private static func stretch(_ sheet: inout JSONSheet, _ stretch: ReportedQuote.Stretch) {
        sheet.object { sheet in
            sheet.key("end")
            sheet.number(stretch.end)
            sheet.key("start")
            sheet.number(stretch.start)
            sheet.key("text")
            sheet.string(stretch.text)
        }
    }

    private func speaker(_ sheet: inout JSONSheet, _ stretch: ReportedQuote.Stretch) {
        sheet.object { sheet in
            sheet.key("confidence")
            sheet.number(Self.rounded(quote.speakerConfidence))
            sheet.key("end")
            sheet.number(stretch.end)
            sheet.key("key")
            sheet.string(quote.speakerKey)
            sheet.key("name")
            sheet.string(quote.speakerName)
            sheet.key("start")
            sheet.number(stretch.start)
            sheet.key("text")
            sheet.string(stretch.text)
        }
    }

    private static func step(_ sheet: inout JSONSheet, _ step: ReportedQuote.Step) {
        sheet.object { sheet in
            sheet.key("agent")
            sheet.optional(step.agent, stretch)
            sheet.key("evidence")
            sheet.optional(step.evidence, stretch)
            sheet.key("lang")
            sheet.string(step.language)
            sheet.key("status")
            sheet.string(step.status)
            sheet.key("step")
            sheet.string(step.action)
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
