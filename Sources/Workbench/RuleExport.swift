internal import Interchange
internal import LocaleData
internal import Segmentation
public import TextCore

/// The segmentation rules of the locale data as SRX, for OmegaT, LanguageTool, Okapi and their like.
public struct RuleExport {
    private let shelf: ProfileShelf

    public init(_ shelf: ProfileShelf) { self.shelf = shelf }

    /// - Parameter tags: the languages wanted; all, and the root's rules for every other one, where there are none.
    public func srx(_ tags: [LanguageTag]) throws(WorkbenchError) -> [UInt8] {
        let names = tags.isEmpty ? shelf.tags.filter { $0 != "root" } : try tags.map(folder)
        var document = SRXDocument(lists: [], maps: [])
        // A map of "zh" serves all Chinese, so those of its scripts stand before it.
        for name in names.sorted(by: Self.isNarrower) where document.lists.last?.name != name {
            try add(name, Self.codes(of: name), to: &document)
        }
        if tags.isEmpty { try add("root", ".*", to: &document) }
        do throws(InterchangeError) { return try document.xml() } catch {
            throw WorkbenchError("\(error)")
        }
    }

    private static func isNarrower(_ left: String, _ right: String) -> Bool {
        let (a, b) = (left.split(separator: "-"), right.split(separator: "-"))
        return a[0] == b[0] ? (b.count, left) < (a.count, right) : left < right
    }

    private func folder(_ tag: LanguageTag) throws(WorkbenchError) -> String {
        let name = shelf.catalogue.folderName(for: tag)
        guard name != "root" || tag.string == "root" else {
            throw WorkbenchError(
                "no locale data for '\(tag)'", hint: "'dragoman locales list' shows what there is")
        }
        return name
    }

    private func add(
        _ name: String, _ codes: String, to document: inout SRXDocument
    ) throws(WorkbenchError) {
        guard let tag = LanguageTag(name) else { return }
        let profile: LocaleProfile
        do throws(LocaleDataError) { profile = try shelf.profile(tag) } catch {
            throw WorkbenchError(error)
        }
        let rules = ProfilePatterns(profile).rules.map {
            SRXDocument.Rule(isBreak: $0.isBreak, before: $0.before, after: $0.after)
        }
        document.lists.append(.init(name: name, rules: rules))
        document.maps.append(.init(pattern: codes, name: name))
    }

    /// The codes that a folder serves: its tag, what is narrower, and the regions that write in its script.
    static func codes(of name: String) -> String {
        guard name != "root", let tag = LanguageTag(name) else { return ".*" }
        let rest = "(?:[-_].*)?"
        let regions = tag.script.isEmpty ? [] : regions(of: tag)
        let parts = tag.string.split(separator: "-").dropFirst().joined(separator: "[-_]")
        let tails = ([parts] + regions).filter { !$0.isEmpty }
        let tail = tails.isEmpty ? "" : "[-_](?:" + tails.joined(separator: "|") + ")"
        return "(?i)" + tag.language + tail + rest
    }

    /// Those where the language is not written in the script that is likely without a region.
    private static func regions(of tag: LanguageTag) -> [String] {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        guard let plain = LanguageTag(tag.language), plain.likelyScript != tag.script else {
            return []
        }
        return letters.flatMap { first in letters.map { first + $0 } }.filter {
            let other = LanguageTag("\(tag.language)-\($0)")
            return other?.region == $0 && other?.likelyScript == tag.script
        }
    }
}
