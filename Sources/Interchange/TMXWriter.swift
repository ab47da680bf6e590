internal import TextCore

/// Writes Translation Memory eXchange 1.4b with any number of languages.
struct TMXWriter {
    /// `srclang` of the file; `*all*` where it is not known.
    let source: LanguageTag?

    func write(_ units: [TranslationUnit]) throws(InterchangeError) -> [UInt8] {
        let output = try XMLOutput()
        output.docType("tmx", system: "tmx14.dtd")
        output.element("tmx", [("version", "1.4")]) {
            header(output)
            output.element("body", indent: 2) {
                for unit in units { write(unit, output) }
                output.breakLine(2)
            }
            output.breakLine(0)
        }
        return output.finish()
    }

    private func header(_ output: XMLOutput) {
        output.element(
            "header",
            [
                ("creationtool", "dragoman"), ("creationtoolversion", "0.1.0"),
                ("segtype", "sentence"), ("o-tmf", "dragoman"), ("adminlang", "en"),
                ("srclang", source?.string ?? "*all*"), ("datatype", "plaintext"),
            ], indent: 2)
    }

    private func write(_ unit: TranslationUnit, _ output: XMLOutput) {
        output.element("tu", unit.id.isEmpty ? [] : [("tuid", unit.id)], indent: 4) {
            if let score = unit.score {
                output.element("prop", [("type", "score")], indent: 6) {
                    output.text(UnitScore.text(score))
                }
            }
            for variant in unit.variants {
                output.element("tuv", [("xml:lang", variant.language.string)], indent: 6) {
                    output.element("seg") { output.text(variant.text) }
                }
            }
            output.breakLine(4)
        }
    }
}
