internal import LocaleData

/// The key of a whole name: its tokens' skeletons, or its reading where these say too little.
struct NameKeyer {
    let reader: NameReader
    let profile: LocaleProfile

    /// - Parameter name: NFC.
    func key(of name: String) -> String {
        guard let reading = reader.likeliestReading(name, profile) else { return name }
        let skeletons = reading.skeletons(reader.table).filter { !$0.isEmpty }
        return skeletons.joined().utf8.count >= 4
            ? skeletons.joined(separator: "-").lowercased()
            : reading.tokens.joined(separator: "-")
    }
}
