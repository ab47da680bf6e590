internal import TextCore

/// Reads what ``NameRecordWriter`` wrote.
struct NameRecordReader {
    /// A form as it lies in the index, told apart but not copied.
    struct Form {
        let letters: UnsafeRawBufferPointer
        let digest: UInt64
        let sounds: UnsafeRawBufferPointer
    }

    /// What ranks a name before it is read whole: the entity, and of each reading the numbers of the forms that count.
    struct Outline {
        var entity = 0
        /// All readings' forms, one reading after another.
        var forms: [Int] = []
        var ends: [Int] = []

        mutating func removeAll() {
            forms.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
        }
    }

    let view: IndexView
    let tables: RecordTables
    let table: SoundTable

    func form(_ number: Int) throws(NameIndexError) -> Form {
        var cursor = view.forms.cursor(number)
        let letters = cursor.bytes(cursor.number())
        let digest = cursor.bytes(8)
        let sounds = cursor.bytes(cursor.number())
        // A sound beyond the table would be looked up beyond its end.
        for sound in sounds where Int(sound) >= table.weights.count { cursor.fail() }
        if sounds.count > NameReading.longestToken { cursor.fail() }
        if let fault = cursor.fault { throw .damaged(place: fault, part: "forms") }
        return Form(
            letters: letters,
            digest: UInt64(littleEndian: digest.loadUnaligned(as: UInt64.self)), sounds: sounds)
    }

    /// - Parameter outline: is written over; one that is used again costs no memory.
    func outline(_ entry: Int, into outline: inout Outline) throws(NameIndexError) {
        outline.removeAll()
        var cursor = view.records.cursor(entry)
        outline.entity = cursor.number(below: view.entityCount)
        _ = cursor.number()
        _ = cursor.bytes(cursor.number())
        for _ in 0..<max(0, cursor.number(below: Self.most) - 1) { _ = cursor.number() }
        for _ in 0..<cursor.number(below: Self.most) {
            _ = cursor.number()
            addForms(&cursor, to: &outline)
            if cursor.fault != nil { break }
        }
        try check(cursor)
    }

    /// The forms of a reading that count; all where none does, because a title alone is a name too.
    private func addForms(_ cursor: inout ByteCursor, to outline: inout Outline) {
        var others = cursor
        let count = cursor.number(below: NameReading.mostTokens + 1)
        let start = outline.forms.count
        for _ in 0..<count {
            let token = cursor.number(below: view.formCount << 4)
            if NameGrams.counts(role(token, &cursor)) { outline.forms.append(token >> 4) }
        }
        if outline.forms.count == start {
            for _ in 0..<others.number(below: NameReading.mostTokens + 1) {
                outline.forms.append(others.number(below: view.formCount << 4) >> 4)
            }
        }
        outline.ends.append(outline.forms.count)
    }

    /// No name has so many tokens, readings or letters; a damaged count must not keep a reader busy.
    private static let most = 1 << 16

    /// - Parameter costs: of each of the tables' hands the number of its language's costs.
    func record(_ entry: Int, costs: [Int]) throws(NameIndexError) -> (Int, NameRecord) {
        var cursor = view.records.cursor(entry)
        let entity = cursor.number(below: view.entityCount)
        let number = cursor.number(below: min(tables.hands.count, costs.count))
        let written = cursor.string()
        let tokenCount = cursor.number(below: Self.most)
        var tokens: [NameToken] = []
        for _ in 0..<max(0, tokenCount - 1) where cursor.fault == nil {
            let token = cursor.number(below: view.formCount << 4)
            let letters = try form(token >> 4).letters
            tokens.append(
                NameToken(String(decoding: letters, as: UTF8.self), role(token, &cursor)))
        }
        let readings = try readings(&cursor)
        if tokenCount == 0, let first = readings.first {
            tokens = zip(first.tokens, first.roles).map { NameToken($0, $1) }
        }
        guard number < tables.hands.count else {
            throw .damaged(place: cursor.position, part: "records")
        }
        let hand = tables.hands[number]
        let script = hand.script.map { Script(number: $0) }
        let folded = folded(tokens, script, &cursor)
        try check(cursor)
        let record = NameRecord(
            written: written, language: hand.language, script: script, tokens: tokens,
            readings: readings, folded: folded, costs: costs[number])
        return (entity, record)
    }

    private func readings(_ cursor: inout ByteCursor) throws(NameIndexError) -> [NameReading] {
        var readings: [NameReading] = []
        for _ in 0..<cursor.number(below: Self.most) where cursor.fault == nil {
            let way = cursor.number(below: tables.ways.count)
            guard way < tables.ways.count else { break }
            readings.append(try reading(tables.ways[way], &cursor))
        }
        return readings
    }

    private func reading(
        _ way: RecordTables.Way, _ cursor: inout ByteCursor
    ) throws(NameIndexError) -> NameReading {
        let count = cursor.number(below: NameReading.mostTokens + 1)
        var tokens: [String] = []
        var roles: [NameToken.Role] = []
        var sounds: [UInt8] = []
        var ends: [Int32] = []
        var digests: [UInt64] = []
        for _ in 0..<count where cursor.fault == nil {
            let token = cursor.number(below: view.formCount << 4)
            guard cursor.fault == nil else { break }
            let form = try form(token >> 4)
            tokens.append(String(decoding: form.letters, as: UTF8.self))
            roles.append(role(token, &cursor))
            sounds += form.sounds
            ends.append(Int32(sounds.count))
            digests.append(form.digest)
        }
        return NameReading(
            way.scheme, tokens: tokens, roles: roles, sounds: sounds, ends: ends, digests: digests,
            table: table, penalty: way.penalty)
    }

    private func folded(
        _ tokens: [NameToken], _ script: Script?, _ cursor: inout ByteCursor
    ) -> [UInt32] {
        guard script == .han else {
            return tokens.flatMap { $0.text.unicodeScalars.map(\.value) }
        }
        return (0..<cursor.number(below: Self.most)).map { _ in
            UInt32(cursor.number(below: 0x110000))
        }
    }

    private func role(_ token: Int, _ cursor: inout ByteCursor) -> NameToken.Role {
        let number = token & 0xF
        if number < NameToken.Role.byNumber.count { return NameToken.Role.byNumber[number] }
        cursor.fail()
        return .unknown
    }

    private func check(_ cursor: ByteCursor) throws(NameIndexError) {
        if let fault = cursor.fault { throw .damaged(place: fault, part: "records") }
    }
}
