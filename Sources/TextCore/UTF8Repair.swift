/// Makes any bytes well-formed UTF-8.
enum UTF8Repair {
    /// Each maximal ill-formed subpart becomes one U+FFFD (Unicode 15, section 3.9) and a byte-order mark at the start
    /// goes. `\r` becomes `\n`, and `\r\n` a space and `\n`: so the number of scalars stays what it was.
    static func repair(
        _ input: [UInt8], keepsMark: Bool = false
    ) -> (bytes: [UInt8], repairs: [Text.Repair], skippedScalars: Int) {
        let start = !keepsMark && input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let skipped = start / 3
        if isClean(input, from: start) {
            return (start == 0 ? input : Array(input[3...]), [], skipped)
        }
        var out: [UInt8] = []
        out.reserveCapacity(input.count + 16)
        var repairs: [Text.Repair] = []
        var offset = start
        while offset < input.count {
            let byte = input[offset]
            if byte == 0x0D {
                out.append(offset + 1 < input.count && input[offset + 1] == 0x0A ? 0x20 : 0x0A)
                offset += 1
                continue
            }
            let (length, valid) = sequence(input, at: offset)
            if valid {
                out.append(contentsOf: input[offset..<offset + length])
            } else {
                repairs.append(Text.Repair(inputOffset: offset, byteCount: length))
                out.append(contentsOf: [0xEF, 0xBF, 0xBD])
            }
            offset += length
        }
        return (out, repairs, skipped)
    }

    /// The length of the stretch that became a number of scalars, a byte-order mark before it left out.
    static func byteCount(ofScalars count: Int, in input: [UInt8], from start: Int) -> Int {
        var offset = start
        for _ in 0..<count where offset < input.count {
            offset += sequence(input, at: offset).length
        }
        return offset - start
    }

    /// True when nothing has to change; one pass without copying, because almost every text is clean.
    private static func isClean(_ input: [UInt8], from start: Int) -> Bool {
        var offset = start
        while true {
            offset = asciiEnd(input, from: offset)
            guard offset < input.count else { return true }
            if input[offset] == 0x0D { return false }
            let (length, valid) = sequence(input, at: offset)
            if !valid { return false }
            offset += length
        }
    }

    /// Where a run of ASCII without carriage returns ends, which nothing can change.
    static func asciiEnd(_ input: [UInt8], from start: Int) -> Int {
        input.withUnsafeBytes { bytes in
            var offset = start
            // Eight at a time: no high bit, and no zero byte once each `\r` is made one.
            while offset + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let returns = word ^ 0x0D0D_0D0D_0D0D_0D0D
                let zeros = (returns &- 0x0101_0101_0101_0101) & ~returns
                guard (word | zeros) & 0x8080_8080_8080_8080 == 0 else { break }
                offset += 8
            }
            while offset < bytes.count, bytes[offset] < 0x80, bytes[offset] != 0x0D { offset += 1 }
            return offset
        }
    }

    /// The length of the sequence or of the maximal ill-formed subpart at an offset.
    private static func sequence(_ bytes: [UInt8], at offset: Int) -> (length: Int, valid: Bool) {
        let lead = bytes[offset]
        if lead < 0x80 { return (1, true) }
        guard lead >= 0xC2, lead <= 0xF4 else { return (1, false) }
        let width = UTF8Decoding.width(lead)
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        // The second byte's range rules out overlong forms, surrogates and what lies beyond U+10FFFF.
        switch lead {
        case 0xE0: low = 0xA0
        case 0xED: high = 0x9F
        case 0xF0: low = 0x90
        case 0xF4: high = 0x8F
        default: break
        }
        var length = 1
        while length < width {
            guard offset + length < bytes.count else { return (length, false) }
            let byte = bytes[offset + length]
            guard byte >= low, byte <= high else { return (length, false) }
            low = 0x80
            high = 0xBF
            length += 1
        }
        return (width, true)
    }
}
