import Testing
import TextCore

struct CharacterTableTests {
    /// The table spares itself most of Unicode; Swift's own properties know every scalar.
    @Test func categoriesAndFoldingAreThoseOfUnicode() {
        let table = CharacterTable.shared
        let ranges: [ClosedRange<UInt32>] = [
            0...0x30FF, 0xA640...0xA7FF, 0xAC00...0xAD00, 0xF900...0xFFFD, 0x10400...0x104FF,
            0x1E900...0x1E9FF, 0x1F300...0x1FAFF, 0x20000...0x20200, 0x2A680...0x2A780,
            0x2F800...0x2FA80, 0x31300...0x31400, 0xE0000...0xE0200, 0xF0000...0xF0100,
        ]
        for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
            let properties = scalar.properties
            // Unicode versions differ in what they have assigned, seldom in what that is: "ʕ" lost its case in 16.0.
            guard properties.generalCategory != .unassigned,
                table.category(scalar) != .unassigned, scalar != "ʕ"
            else { continue }
            let isLower = properties.generalCategory == .lowercaseLetter
            #expect(table.isLowercase(scalar) == isLower, "U+\(String(scalar.value, radix: 16))")
            let isDigit = properties.generalCategory == .decimalNumber
            #expect(table.isDigit(scalar) == isDigit, "U+\(String(scalar.value, radix: 16))")
            #expect(
                (table.category(scalar) == .privateUse)
                    == (properties.generalCategory == .privateUse))
        }
    }

    @Test(
        arguments: [
            ("A", "a", "a"), ("É", "é", "e"), ("Ё", "ё", "е"), ("Ї", "ї", "і"), ("ß", "ß", "ß"),
            ("ẞ", "ß", "ß"), ("Ά", "ά", "α"), ("Ǻ", "ǻ", "a"), ("王", "王", "王"), ("ع", "ع", "ع"),
            ("𐐀", "𐐨", "𐐨"), ("1", "1", "1"),
        ] as [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)])
    func lettersFoldAndHaveABase(
        letter: Unicode.Scalar, folded: Unicode.Scalar, base: Unicode.Scalar
    ) {
        #expect(CharacterTable.shared.folded(letter) == folded)
        #expect(CharacterTable.shared.base(letter) == base)
    }
}
