internal import TextCore

/// Writes records so that they are read again without parsing a name: tokens with roles, readings with their sounds.
///
/// A form is a token's letters, the digest of its bare spelling (8 bytes), and its sounds after their count. What sounds
/// cost is not written, so an index outlives a change of the costs.
struct NameRecordWriter {
    private(set) var forms = FormPool()
    private(set) var tables = RecordTables()

    mutating func bytes(_ record: NameRecord, entity: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        bytes.append(number: entity)
        bytes.append(
            number: tables.number(.init(language: record.language, script: record.script?.number)))
        bytes.append(string: record.written)
        addTokens(record, to: &bytes)
        bytes.append(number: record.readings.count)
        for reading in record.readings { add(reading, to: &bytes) }
        if record.script == .han {
            bytes.append(number: record.folded.count)
            for letter in record.folded { bytes.append(number: Int(letter)) }
        }
        return bytes
    }

    /// Most often a token is what its first reading spells.
    private mutating func addTokens(_ record: NameRecord, to bytes: inout [UInt8]) {
        if let reading = record.readings.first, reading.tokens == record.tokens.map(\.text),
            reading.roles == record.tokens.map(\.role)
        {
            bytes.append(number: 0)
            return
        }
        bytes.append(number: record.tokens.count + 1)
        for token in record.tokens {
            let form = Self.form(token.text, digest: 0, sounds: [])
            bytes.append(number: forms.number(form) << 4 | token.role.number)
        }
    }

    private mutating func add(_ reading: NameReading, to bytes: inout [UInt8]) {
        bytes.append(
            number: tables.number(.init(scheme: reading.scheme, penalty: reading.penalty)))
        bytes.append(number: reading.roles.count)
        for token in reading.roles.indices {
            let form = Self.form(
                reading.tokens[token], digest: reading.digests[token],
                sounds: reading.sounds(token))
            bytes.append(number: forms.number(form) << 4 | reading.roles[token].number)
        }
    }

    private static func form(
        _ letters: String, digest: UInt64, sounds: ArraySlice<UInt8>
    ) -> [UInt8] {
        var form: [UInt8] = []
        form.reserveCapacity(letters.utf8.count + sounds.count + 10)
        form.append(string: letters)
        form.append(fixed: digest)
        form.append(number: sounds.count)
        form.append(contentsOf: sounds)
        return form
    }
}

extension NameToken.Role {
    /// In an index's records; four bits.
    var number: Int {
        switch self {
        case .unknown: 0
        case .family: 1
        case .given: 2
        case .patronymic: 3
        case .particle: 4
        case .title: 5
        case .suffix: 6
        case .initial: 7
        case .number: 8
        }
    }

    static let byNumber: [NameToken.Role] = [
        .unknown, .family, .given, .patronymic, .particle, .title, .suffix, .initial, .number,
    ]
}
