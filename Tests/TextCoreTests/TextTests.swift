import Testing

@testable import TextCore

struct TextTests {
    /// Offsets lead back to the scalars of the input, however normalisation changed it.
    @Test(arguments: [
        "Ван И прибыл в Москву", "Cafe\u{301} und Stra\u{DF}e", "e\u{301}e\u{301} x", "王毅说🎭话",
        "مَرْحَبًا يا عالم", "\u{FEFF}Київ", "a\r\nb\rc", "각 각",
        "क़ानून",
    ])
    func offsetsCountScalarsOfTheInput(input: String) {
        let text = Text(input)
        let map = text.offsets
        let scalars = Array(input.unicodeScalars)
        #expect(map.scalar(text.count) == scalars.count)
        var offset = 0
        while offset < text.count {
            let (scalar, next) = text.scalar(at: offset)
            let at = map.scalar(offset)
            let isUnchanged = !text.edits.contains { $0.start <= offset && offset < $0.end }
            if isUnchanged && !"\r\n ".unicodeScalars.contains(scalar) {
                #expect(scalars[at] == scalar)
                #expect(map.byte(ofScalar: at) == offset)
            }
            offset = next
        }
    }

    @Test func brokenBytesAreReplacedAndReported() {
        let text = Text(utf8: [0x41, 0xFF, 0xE7, 0x8E, 0x42, 0xED, 0xA0, 0x80])
        #expect(text.string == "A\u{FFFD}\u{FFFD}B\u{FFFD}\u{FFFD}\u{FFFD}")
        #expect(text.repairs.map(\.inputOffset) == [1, 2, 5, 6, 7])
        #expect(text.repairs.map(\.byteCount) == [1, 2, 1, 1, 1])
    }

    @Test func repairAgreesWithTheStandardLibraryOnRandomBytes() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let bytes = (0..<40).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : UInt8.random(in: 0x80...0xEF, using: &generator)
            }.filter { $0 != 0x0D }
            #expect(
                UTF8Repair.repair(bytes).bytes.elementsEqual(
                    String(decoding: bytes, as: UTF8.self).utf8))
        }
    }

    @Test func utf16CountsSurrogates() {
        let text = Text("a🎭б")
        #expect(text.offsets.utf16(text.count) == 4)
        #expect(text.offsets.utf16(5) == 3)
    }

    @Test func trimmingKnowsEveryWhiteSpace() {
        let text = Text("\u{3000}\u{A0} слово \u{2003}\n")
        #expect(text[text.trimmed(text.span)] == "слово")
    }

    @Test func emptyTextHasNoLines() {
        #expect(Text("").lines().isEmpty)
        #expect(Text("\n\n").lines().isEmpty)
        #expect(Text("").offsets.scalar(0) == 0)
    }
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
