/// What a name is filed under: short runs of its consonant classes, runs of its sounds with their vowels made coarse,
/// each whole token, and what two tokens begin with together.
///
/// A gram is a number made of the bytes that it stands for; two grams with one number are taken for one, which at
/// worst brings a name to the shortlist that need not be there.
struct NameGrams {
    let table: SoundTable

    /// Grams of all readings, each once, in the order of their numbers.
    func grams(_ record: NameRecord) -> [UInt32] {
        var walk = GramWalk(table)
        for reading in record.readings {
            var heads: [UInt32] = []
            for token in reading.roles.indices where Self.counts(reading.roles[token]) {
                walk.addToken(reading.sounds(token))
                heads.append(walk.head)
            }
            walk.addPairs(heads)
        }
        if walk.grams.isEmpty, let reading = record.readings.first {
            walk.addToken(reading.sounds[...])
        }
        let sorted = walk.grams.sorted()
        var unique: [UInt32] = []
        unique.reserveCapacity(sorted.count)
        for gram in sorted where gram != unique.last { unique.append(gram) }
        return unique
    }

    /// Titles, particles and the like are left out of one form of a name and stand in another.
    static func counts(_ role: NameToken.Role) -> Bool {
        switch role {
        case .title, .particle, .initial, .number, .suffix: false
        case .family, .given, .patronymic, .unknown: true
        }
    }
}
