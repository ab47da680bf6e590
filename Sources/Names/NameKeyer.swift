internal import LocaleData
internal import TextCore

/// The key of a whole name: its tokens' skeletons, or its reading where these say too little.
struct NameKeyer {
    let reader: NameReader
    let language: LanguageTag
    let profile: LocaleProfile

    func key(of name: String) -> String {
        let record = reader.likeliestRecord(name, language, profile)
        guard let reading = record.readings.first else { return record.written }
        let skeletons = record.skeletons(reader.table).filter { !$0.isEmpty }
        return skeletons.joined().utf8.count >= 4
            ? skeletons.joined(separator: "-").lowercased()
            : reading.tokens.joined(separator: "-")
    }
}
