internal import TextCore

/// Lists that records refer to by number, so that a record says in a byte how it is read and in what language.
struct RecordTables: Sendable {
    /// A language and the script of most letters.
    struct Hand: Hashable, Sendable {
        let language: LanguageTag
        let script: UInt16?
    }

    /// How a reading came about and what it costs to read so.
    struct Way: Hashable, Sendable {
        let scheme: NameReading.Scheme
        let penalty: Float
    }

    private(set) var hands: [Hand] = []
    private(set) var ways: [Way] = []
    private var handNumbers: [Hand: Int] = [:]
    private var wayNumbers: [Way: Int] = [:]

    init() {}

    mutating func number(_ hand: Hand) -> Int {
        if let known = handNumbers[hand] { return known }
        hands.append(hand)
        handNumbers[hand] = hands.count - 1
        return hands.count - 1
    }

    mutating func number(_ way: Way) -> Int {
        if let known = wayNumbers[way] { return known }
        ways.append(way)
        wayNumbers[way] = ways.count - 1
        return ways.count - 1
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(number: hands.count)
        for hand in hands {
            bytes.append(string: hand.language.string)
            bytes.append(number: hand.script.map { Int($0) + 1 } ?? 0)
        }
        bytes.append(number: ways.count)
        for way in ways {
            bytes.append(string: way.scheme.rawValue)
            bytes.append(number: Int(way.penalty.bitPattern))
        }
        return bytes
    }

    init(_ cursor: inout ByteCursor) {
        for _ in 0..<cursor.number(below: 1 << 24) where cursor.fault == nil {
            let language = LanguageTag(cursor.string())
            let script = cursor.number(below: 1 << 16)
            if language == nil { cursor.fail() }
            hands.append(
                Hand(
                    language: language ?? .undetermined,
                    script: script == 0 ? nil : UInt16(script - 1)))
        }
        for _ in 0..<cursor.number(below: 1 << 16) where cursor.fault == nil {
            let scheme = NameReading.Scheme(rawValue: cursor.string())
            let penalty = Float(bitPattern: UInt32(cursor.number(below: 1 << 32)))
            if scheme == nil || !penalty.isFinite { cursor.fail() }
            ways.append(Way(scheme: scheme ?? .spelling, penalty: penalty))
        }
    }
}
