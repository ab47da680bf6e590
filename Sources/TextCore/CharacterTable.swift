internal import CICU

/// ICU's character properties as a table: a look-up costs a nanosecond, where asking Swift or ICU costs tens.
public struct CharacterTable: Sendable {
    /// The general category, in ICU's numbering.
    public enum Category: UInt8, Sendable {
        case unassigned = 0
        case uppercase, lowercase, titlecase, modifierLetter, otherLetter
        case nonSpacingMark, enclosingMark, spacingMark
        case decimalDigit, letterNumber, otherNumber
        case space, lineSeparator, paragraphSeparator
        case control, format, privateUse, surrogate
        case dash, open, close, connector, otherPunctuation
        case mathSymbol, currencySymbol, modifierSymbol, otherSymbol
        case initialQuote, finalQuote
    }

    public struct Flags: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let whiteSpace = Flags(rawValue: 1)
        public static let rightToLeft = Flags(rawValue: 2)
        /// East Asian Width W or F.
        public static let wide = Flags(rawValue: 4)
    }

    /// Immutable, made on first use from ICU.
    public static let shared = CharacterTable()

    private struct Entry: Equatable {
        let category: UInt8
        let flags: UInt8
        let script: UInt16
        let digit: Int8
        let foldDelta: Int32
        let baseDelta: Int32

        init(_ raw: cicu_character) {
            category = raw.category
            flags = raw.white_space | raw.bidi_right << 1 | raw.wide << 2
            script = raw.script
            digit = raw.digit
            foldDelta = raw.fold_delta
            baseDelta = raw.base_delta
        }
    }

    // Blocks of 128 scalars; equal blocks are stored once, so 1.1 million scalars fit into a cache.
    private let blocks: [UInt16]
    private let entries: [Entry]

    private init() {
        var builder = Builder()
        for block in 0..<(0x110000 / 128) {
            builder.add(Self.isLikeTheLast(block) ? nil : Builder.properties(of: block))
        }
        blocks = builder.blocks
        entries = builder.entries
    }

    /// Asking ICU for each character of Unicode would take most of the time: planes 4 to 13 hold none, 15 and 16 are
    /// for private use, and the ideographs of planes 2 and 3 stand in long runs without holes.
    private static func isLikeTheLast(_ block: Int) -> Bool {
        switch block {
        case 0x401..<0x800: cicu_are_alike(UInt32(block - 1) * 128, UInt32(block) * 128 + 127)
        case 0x801..<0x1C00, 0x1C05..<0x1E00, 0x1E01...: true
        default: false
        }
    }

    /// Collects blocks and stores equal ones once.
    private struct Builder {
        var blocks: [UInt16] = []
        var entries: [Entry] = []
        /// Blocks by a fingerprint of their bytes; few share one, and comparing settles it.
        private var seen: [UInt64: [UInt16]] = [:]
        private var last: [UInt64] = []

        static func properties(of block: Int) -> [cicu_character] {
            var raw = [cicu_character](repeating: cicu_character(), count: 128)
            cicu_characters(UInt32(block * 128), 128, &raw)
            return raw
        }

        /// - Parameter raw: `nil` when the block is like the one before.
        mutating func add(_ raw: [cicu_character]?) {
            guard let raw else {
                if let previous = blocks.last { blocks.append(previous) }
                return
            }
            let words = raw.withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
            // Most blocks are like the one before, and comparing is cheaper than hashing.
            if words == last, let previous = blocks.last {
                blocks.append(previous)
                return
            }
            last = words
            let fingerprint = words.reduce(UInt64(0)) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
            let block = raw.map(Entry.init)
            if let known = seen[fingerprint]?.first(where: { stored($0) == block[...] }) {
                blocks.append(known)
                return
            }
            let number = UInt16(entries.count / 128)
            seen[fingerprint, default: []].append(number)
            blocks.append(number)
            entries += block
        }

        private func stored(_ number: UInt16) -> ArraySlice<Entry> {
            entries[Int(number) * 128..<Int(number) * 128 + 128]
        }
    }

    @inline(__always)
    private func entry(_ scalar: Unicode.Scalar) -> Entry {
        let value = Int(scalar.value)
        return entries[Int(blocks[value >> 7]) << 7 | value & 127]
    }

    public func category(_ scalar: Unicode.Scalar) -> Category {
        Category(rawValue: entry(scalar).category) ?? .unassigned
    }

    public func flags(_ scalar: Unicode.Scalar) -> Flags { Flags(rawValue: entry(scalar).flags) }

    public func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool { entry(scalar).flags & 1 != 0 }

    public func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
        let category = entry(scalar).category
        return category == Category.uppercase.rawValue || category == Category.titlecase.rawValue
    }

    public func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
        entry(scalar).category == Category.lowercase.rawValue
    }

    /// Letters of every kind and the marks that belong to them.
    public func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let category = entry(scalar).category
        return category >= Category.uppercase.rawValue && category <= Category.spacingMark.rawValue
    }

    public func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        entry(scalar).category == Category.decimalDigit.rawValue
    }

    /// The value of a decimal digit of any script.
    public func digit(_ scalar: Unicode.Scalar) -> Int? {
        let digit = entry(scalar).digit
        return digit < 0 ? nil : Int(digit)
    }

    public func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch category(scalar) {
        case .dash, .open, .close, .connector, .otherPunctuation, .initialQuote, .finalQuote: true
        default: false
        }
    }

    /// How many columns of a terminal the character takes: 0 for marks and format characters, 2 for wide ones.
    public func columns(_ scalar: Unicode.Scalar) -> Int {
        switch category(scalar) {
        case .nonSpacingMark, .enclosingMark, .format, .control: 0
        default: flags(scalar).contains(.wide) ? 2 : 1
        }
    }

    /// The simple case folding: one scalar for one, so "ß" stays.
    public func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        moved(scalar, by: entry(scalar).foldDelta)
    }

    /// The letter without accents and case: "Ё" is "е". Letters without case are their own.
    public func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        moved(scalar, by: entry(scalar).baseDelta)
    }

    private func moved(_ scalar: Unicode.Scalar, by delta: Int32) -> Unicode.Scalar {
        Unicode.Scalar(UInt32(bitPattern: Int32(bitPattern: scalar.value) &+ delta)) ?? scalar
    }

    /// How the table is stored, for tables of an analyser's own that are made out of it: for each 128 scalars the
    /// number of their block, and for each block the first scalar that has it.
    public func layout() -> (blocks: [UInt16], firstScalars: [UInt32]) {
        var firsts: [UInt32] = []
        for (index, block) in blocks.enumerated() where Int(block) == firsts.count {
            firsts.append(UInt32(index) * 128)
        }
        return (blocks, firsts)
    }

    /// ICU's script number; equal numbers mean one script.
    public func script(_ scalar: Unicode.Scalar) -> Script { Script(number: entry(scalar).script) }
}
