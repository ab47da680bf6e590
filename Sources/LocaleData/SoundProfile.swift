/// The sounds that names are compared by, how a language's letters are read as sounds, and which sounds it takes for
/// which: `sounds.txt`.
public struct SoundProfile: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case vowel, glide, weak, consonant
    }

    /// One sound, written as one character.
    public struct Sound: Hashable, Sendable {
        public let symbol: Unicode.Scalar
        public let kind: Kind
        /// The letter of its class in a skeleton key; `nil` for sounds that the key leaves out.
        public let skeleton: Unicode.Scalar?
    }

    /// What a difference costs, where 1 is a consonant lost.
    public enum Difference: Hashable, Sendable {
        /// One sound for another, in either direction.
        case confusion(Unicode.Scalar, Unicode.Scalar)
        /// Any sound of one kind for any of another.
        case kinds(Kind, Kind)
        /// A sound that either side may lack.
        case gap(Unicode.Scalar)
        /// A sound that this language puts in.
        case addition(Unicode.Scalar)
        /// A sound that this language leaves out.
        case omission(Unicode.Scalar)
    }

    public struct Cost: Hashable, Sendable {
        public let difference: Difference
        public let cost: Float
    }

    public var sounds: [Sound] = []
    /// What holds for every language; later entries go over earlier ones.
    public var general: [Cost] = []
    /// What holds for names as this language writes them.
    public var own: [Cost] = []
    /// How this language reads Latin letters.
    public var spelling: [String: String] = [:]
    /// Other ways to read Latin letters, by the language they are usual in; each goes over ``spelling``.
    public var variants: [String: [String: String]] = [:]
    /// How the Latin letters of our own romanisations are read.
    public var reading: [String: String] = [:]

    private static let classes = [
        "sound", "spelling", "spelling:LANGUAGE", "reading", "confuse", "gap", "adds", "drops",
    ]

    mutating func add(_ row: LocaleRow, of folder: String) throws(LocaleDataError) {
        let columns = try row.columns(
            3, expected: "a class, a tab, letters or sounds, a tab, and their value")
        switch columns[0] {
        case "sound": try addSounds(columns, row)
        case "spelling": spelling[columns[1]] = columns[2] == "-" ? "" : columns[2]
        case "reading": reading[columns[1]] = columns[2] == "-" ? "" : columns[2]
        case "confuse", "gap", "adds", "drops":
            let costs = try costs(columns, row)
            if folder == "root" { general += costs } else { own += costs }
        default: try addVariant(columns, row)
        }
    }

    private mutating func addVariant(
        _ columns: [String], _ row: LocaleRow
    ) throws(LocaleDataError) {
        let parts = columns[0].split(separator: ":").map(String.init)
        guard parts.count == 2, parts[0] == "spelling" else {
            throw .unknownClass(
                file: row.file, line: row.line, found: columns[0], known: Self.classes)
        }
        variants[parts[1], default: [:]][columns[1]] = columns[2] == "-" ? "" : columns[2]
    }

    private mutating func addSounds(
        _ columns: [String], _ row: LocaleRow
    ) throws(LocaleDataError) {
        guard let kind = Kind(rawValue: columns[2]) else {
            throw .unknownClass(
                file: row.file, line: row.line, found: columns[2],
                known: Kind.allCases.map(\.rawValue))
        }
        let skeleton =
            columns.count > 3 && columns[3] != "-" ? columns[3].unicodeScalars.first : nil
        sounds += Self.symbols(columns[1]).map { Sound(symbol: $0, kind: kind, skeleton: skeleton) }
    }

    private func costs(_ columns: [String], _ row: LocaleRow) throws(LocaleDataError) -> [Cost] {
        guard let cost = Float(columns[2]), cost >= 0 else {
            throw .malformedLine(file: row.file, line: row.line, expected: "a cost such as 0.3")
        }
        let differences: [Difference] =
            switch columns[0] {
            case "gap": Self.symbols(columns[1]).map(Difference.gap)
            case "adds": Self.symbols(columns[1]).map(Difference.addition)
            case "drops": Self.symbols(columns[1]).map(Difference.omission)
            default: try confusions(columns[1], row)
            }
        return differences.map { Cost(difference: $0, cost: cost) }
    }

    private func confusions(
        _ column: String, _ row: LocaleRow
    ) throws(LocaleDataError) -> [Difference] {
        var found: [Difference] = []
        for pair in LocaleRow.list(column) {
            let sides = pair.split(separator: " ").map(String.init)
            guard sides.count == 2 else {
                throw .malformedLine(
                    file: row.file, line: row.line, expected: "pairs of sounds such as 'p b, t d'")
            }
            if let left = Kind(rawValue: sides[0]), let right = Kind(rawValue: sides[1]) {
                found.append(.kinds(left, right))
            } else if let left = sides[0].unicodeScalars.first,
                let right = sides[1].unicodeScalars.first
            {
                found.append(.confusion(left, right))
            }
        }
        return found
    }

    private static func symbols(_ column: String) -> [Unicode.Scalar] {
        column.unicodeScalars.filter { $0 != " " }
    }
}
