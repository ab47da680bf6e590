internal import TextCore

/// Reads Translation Memory eXchange of any 1.x version: inline markup is left out, its text kept.
struct TMXReader {
    let file: String

    func read(_ bytes: [UInt8]) throws(InterchangeError) -> [TranslationUnit] {
        let input = try XMLInput(bytes, file: file)
        guard case .start(let root, _)? = try input.next() else {
            throw .notThisFormat(file: file, expected: "TMX", found: "no element")
        }
        guard root == "tmx" else {
            throw .notThisFormat(file: file, expected: "TMX", found: "<\(root)>")
        }
        var units: [TranslationUnit] = []
        while let node = try input.next() {
            if case .start("tu", let isEmpty) = node, !isEmpty { units.append(try unit(input)) }
        }
        return units
    }

    private func unit(_ input: XMLInput) throws(InterchangeError) -> TranslationUnit {
        let id = input.attribute("tuid") ?? ""
        var variants: [TranslationUnit.Variant] = []
        var score: Double?
        while let node = try input.next(), node != .end(name: "tu") {
            switch node {
            case .start("prop", false) where input.attribute("type") == "score":
                score = Double(try text(input, of: "prop"))
            case .start("tuv", false):
                let language = try language(input)
                variants.append(.init(language, try segment(input)))
            default: break
            }
        }
        return TranslationUnit(id: id, variants: variants, score: score)
    }

    /// `xml:lang`, or `lang` as TMX 1.1 had it.
    private func language(_ input: XMLInput) throws(InterchangeError) -> LanguageTag {
        let written = input.attribute("xml:lang") ?? input.attribute("lang") ?? ""
        guard let tag = LanguageTag(written) else {
            throw .unknownLanguage(file: file, line: input.line, tag: written)
        }
        return tag
    }

    private func segment(_ input: XMLInput) throws(InterchangeError) -> String {
        var found = ""
        while let node = try input.next(), node != .end(name: "tuv") {
            if case .start("seg", false) = node { found += try text(input, of: "seg") }
        }
        return found
    }

    /// All text up to the end of an element; native codes in `bpt`, `ept`, `it`, `ph` and `ut` are no text.
    private func text(
        _ input: XMLInput, of element: String
    ) throws(InterchangeError) -> String {
        var found = ""
        var codes = 0
        while let node = try input.next(), node != .end(name: element) {
            switch node {
            case .text(let text): if codes == 0 { found += text }
            case .start(let name, false): if Self.codes.contains(name) { codes += 1 }
            case .end(let name): if Self.codes.contains(name) { codes -= 1 }
            case .start: break
            }
        }
        return found
    }

    private static let codes: Set<String> = ["bpt", "ept", "it", "ph", "ut"]
}
