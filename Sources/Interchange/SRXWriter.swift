/// Writes Segmentation Rules eXchange 2.0, valid against its schema.
struct SRXWriter {
    func write(_ document: SRXDocument) throws(InterchangeError) -> [UInt8] {
        let output = try XMLOutput()
        let names = [("xmlns", "http://www.lisa.org/srx20"), ("version", "2.0")]
        output.element("srx", names) {
            header(document, output)
            output.element("body", indent: 2) {
                output.element("languagerules", indent: 4) {
                    for list in document.lists { write(list, output) }
                    output.breakLine(4)
                }
                output.element("maprules", indent: 4) {
                    for map in document.maps {
                        output.element(
                            "languagemap",
                            [("languagepattern", map.pattern), ("languagerulename", map.name)],
                            indent: 6)
                    }
                    output.breakLine(4)
                }
                output.breakLine(2)
            }
            output.breakLine(0)
        }
        return output.finish()
    }

    private func header(_ document: SRXDocument, _ output: XMLOutput) {
        let handling = document.formatHandling
        output.element(
            "header",
            [
                ("segmentsubflows", Self.word(document.segmentsSubflows)),
                ("cascade", Self.word(document.cascades)),
            ], indent: 2
        ) {
            for (type, includes) in [
                ("start", handling.includesStart), ("end", handling.includesEnd),
                ("isolated", handling.includesIsolated),
            ] {
                output.element(
                    "formathandle", [("type", type), ("include", Self.word(includes))], indent: 4)
            }
            output.breakLine(2)
        }
    }

    private func write(_ list: SRXDocument.RuleList, _ output: XMLOutput) {
        output.element("languagerule", [("languagerulename", list.name)], indent: 6) {
            for rule in list.rules {
                output.element("rule", [("break", Self.word(rule.isBreak))], indent: 8) {
                    output.element("beforebreak", indent: 10) { output.text(rule.before) }
                    output.element("afterbreak", indent: 10) { output.text(rule.after) }
                    output.breakLine(8)
                }
            }
            output.breakLine(6)
        }
    }

    private static func word(_ answer: Bool) -> String { answer ? "yes" : "no" }
}
