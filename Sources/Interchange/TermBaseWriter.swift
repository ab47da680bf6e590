internal import TextCore

/// Writes TermBase eXchange, ISO 30042:2019, dialect TBX-Basic in DCA style.
///
/// One concept an entity: its kind is the subject field, its established form of a language the preferred term, and
/// other forms are admitted ones. The schema wants a concept's id to be an XML name, so one that is not gets another,
/// and stands as a note.
struct TermBaseWriter {
    private static let namespace = "urn:iso:std:iso:30042:ed-2"
    private static let schemas =
        "https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/"

    func write(_ entries: [NameEntry]) throws(InterchangeError) -> [UInt8] {
        let output = try XMLOutput()
        output.instruction(
            "xml-model",
            #"href="\#(Self.schemas)TBXcoreStructV03_TBX-Basic_integrated.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0""#
        )
        output.instruction(
            "xml-model",
            #"href="\#(Self.schemas)TBX-Basic_DCA.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron""#
        )
        let attributes = [
            ("type", "TBX-Basic"), ("style", "dca"), ("xml:lang", "en"), ("xmlns", Self.namespace),
        ]
        let names = Self.names(entries.map(\.id))
        output.element("tbx", attributes) {
            header(output)
            output.element("text", indent: 2) {
                output.element("body", indent: 4) {
                    for (entry, name) in zip(entries, names) where !entry.forms.isEmpty {
                        concept(entry, name, output)
                    }
                    output.breakLine(4)
                }
                output.breakLine(2)
            }
            output.breakLine(0)
        }
        return output.finish()
    }

    private func header(_ output: XMLOutput) {
        output.element("tbxHeader", indent: 2) {
            output.element("fileDesc", indent: 4) {
                output.element("sourceDesc", indent: 6) {
                    output.element("p") { output.text("names of a dragoman corpus") }
                }
                output.breakLine(4)
            }
            output.breakLine(2)
        }
    }

    private func concept(_ entry: NameEntry, _ name: String, _ output: XMLOutput) {
        output.element("conceptEntry", [("id", name)], indent: 6) {
            output.element("descrip", [("type", "subjectField")], indent: 8) {
                output.text(entry.kind.rawValue)
            }
            if name != entry.id {
                output.element("note", indent: 8) { output.text("id: \(entry.id)") }
            }
            var languages: [LanguageTag] = []
            for form in entry.forms where !languages.contains(form.language) {
                languages.append(form.language)
            }
            for language in languages {
                output.element("langSec", [("xml:lang", language.string)], indent: 8) {
                    for form in entry.forms where form.language == language { term(form, output) }
                    output.breakLine(8)
                }
            }
            output.breakLine(6)
        }
    }

    private func term(_ form: NameEntry.Form, _ output: XMLOutput) {
        let status = form.isEstablished ? "preferredTerm-admn-sts" : "admittedTerm-admn-sts"
        output.element("termSec", indent: 10) {
            output.element("term", indent: 12) { output.text(form.text) }
            output.element("termNote", [("type", "partOfSpeech")], indent: 12) {
                output.text("noun")
            }
            output.element("termNote", [("type", "administrativeStatus")], indent: 12) {
                output.text(status)
            }
            output.breakLine(10)
        }
    }

    /// XML names for the ids, each once.
    private static func names(_ ids: [String]) -> [String] {
        var taken = Set(ids.filter(isName))
        return ids.enumerated().map { index, id in
            if isName(id) { return id }
            var number = index + 1
            while !taken.insert("concept-\(number)").inserted { number += ids.count }
            return "concept-\(number)"
        }
    }

    /// XML's NCName as far as ids need it: a letter or `_` first, then digits, `-` and `.` too.
    private static func isName(_ id: String) -> Bool {
        guard let first = id.unicodeScalars.first, first == "_" || isLetter(first) else {
            return false
        }
        return id.unicodeScalars.allSatisfy {
            isLetter($0) || ("0"..."9").contains($0) || ["-", ".", "_"].contains($0)
        }
    }

    /// XML takes no letter between ASCII and U+00C0.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        CharacterTable.shared.isLetter(scalar) && !(0x80..<0xC0).contains(scalar.value)
    }
}
