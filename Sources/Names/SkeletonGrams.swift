/// What a name is filed under: short runs of its consonant classes and of its sounds with their vowels made coarse.
struct SkeletonGrams {
    let table: SoundTable

    /// Grams of all readings, each once; a gram is a run of up to four bytes.
    func grams(_ record: NameRecord) -> [UInt32] {
        var grams: Set<UInt32> = []
        for reading in record.readings {
            for token in reading.roles.indices {
                switch reading.roles[token] {
                case .title, .particle, .initial, .number, .suffix: continue
                default: add(reading.sounds(token), &grams)
                }
            }
        }
        if grams.isEmpty, let reading = record.readings.first { add(reading.sounds[...], &grams) }
        return grams.sorted()
    }

    private static let edge = UInt8(ascii: "|")

    private func add(_ sounds: ArraySlice<UInt8>, _ grams: inout Set<UInt32>) {
        let skeleton = [Self.edge] + table.skeleton(sounds) + [Self.edge]
        addRuns(skeleton, 2, &grams)
        addRuns(skeleton, 3, &grams)
        addRuns(skeleton, 4, &grams)
        addRuns(coarse(sounds), 2, &grams)
    }

    private func addRuns(_ letters: [UInt8], _ length: Int, _ grams: inout Set<UInt32>) {
        guard letters.count >= length else { return }
        for start in 0...(letters.count - length) {
            var gram: UInt32 = 0
            for letter in letters[start..<start + length] { gram = gram << 8 | UInt32(letter) }
            grams.insert(gram)
        }
    }

    /// Lower-case letters, so that no gram of these is one of the skeleton's.
    private func coarse(_ sounds: ArraySlice<UInt8>) -> [UInt8] {
        sounds.compactMap { sound in
            let skeleton = table.skeletons[Int(sound)]
            if skeleton != 0 { return skeleton | 0x20 }
            return table.coarse[Int(sound)]
        }
    }
}
