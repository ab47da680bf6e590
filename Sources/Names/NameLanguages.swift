public import LocaleData
internal import Synchronization
internal import TextCore

/// The languages that names were met in, each made ready once; shared by all readers of a run.
public final class NameLanguages: Sendable {
    private struct State {
        var languages: [NameLanguage] = []
        var numbers: [String: Int] = [:]
        var costs: [Int: SoundCosts] = [:]
        var places: [LanguageTag: PlaceNames] = [:]
    }

    public let table: SoundTable
    private let general: [SoundProfile.Cost]
    private let state = Mutex(State())

    /// - Parameter root: the root's profile; its sounds and costs hold for every language.
    public init(root: LocaleProfile) {
        table = SoundTable(root.sounds)
        general = root.sounds.general
    }

    /// Languages without data of their own share the entry of the folder that serves them.
    func language(_ profile: LocaleProfile) -> NameLanguage {
        let folder = profile.folders.first ?? ""
        return state.withLock { state in
            if let number = state.numbers[folder] { return state.languages[number] }
            let language = NameLanguage(profile, number: state.languages.count)
            state.numbers[folder] = language.number
            state.languages.append(language)
            return language
        }
    }

    /// ICU names regions by the tag, so tags that share a folder may differ.
    func places(_ profile: LocaleProfile) -> PlaceNames {
        let inflection = language(profile).inflection
        return state.withLock { state in
            if let known = state.places[profile.tag] { return known }
            let places = PlaceNames(profile, inflection: inflection)
            state.places[profile.tag] = places
            return places
        }
    }

    func letterCosts(_ number: Int) -> LetterCosts? {
        state.withLock { $0.languages[number].letterCosts }
    }

    func costs(_ left: Int, _ right: Int) -> SoundCosts {
        state.withLock { state in
            let pair = left << 16 | right
            if let known = state.costs[pair] { return known }
            let costs = SoundCosts(
                table, general: general, left: state.languages[left].habits,
                right: state.languages[right].habits)
            state.costs[pair] = costs
            return costs
        }
    }
}
