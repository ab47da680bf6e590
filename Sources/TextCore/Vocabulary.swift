internal import CICU

/// Words that ICU knows in every locale, tied together by a key that no language owns.
///
/// "Mittwoch", "среда" and "星期三" share the weekday's number; "Ukraine" and "烏克蘭" share `UA`.
public enum Vocabulary: CaseIterable, Sendable {
    case months, shortMonths, weekdays, languages, regions, currencies, spelledNumbers

    public struct Entry: Hashable, Sendable {
        public let key: String
        public let word: String
    }

    public func entries(_ language: LanguageTag) -> [Entry] {
        guard let lines = CBytes.string(cicu_words(language.icuLocale, code)) else { return [] }
        return lines.split(separator: "\n").compactMap { (line: Substring) -> Entry? in
            let columns = line.split(separator: "\t", maxSplits: 1)
            return columns.count == 2
                ? Entry(key: String(columns[0]), word: String(columns[1])) : nil
        }
    }

    private var code: cicu_vocabulary {
        switch self {
        case .months: CICU_MONTHS
        case .shortMonths: CICU_MONTHS_SHORT
        case .weekdays: CICU_WEEKDAYS
        case .languages: CICU_LANGUAGES
        case .regions: CICU_REGIONS
        case .currencies: CICU_CURRENCIES
        case .spelledNumbers: CICU_SPELLED_NUMBERS
        }
    }
}
