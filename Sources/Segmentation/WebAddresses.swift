internal import TextCore

/// Web addresses in a text: no dot or question mark in one ends a sentence.
struct WebAddresses {
    let reader: ByteReader

    /// - Parameter colon: one that may stand before "//".
    /// - Returns: the end of the address, without the punctuation of the sentence around it; `nil` where none is.
    func end(around colon: ByteReader.Item) -> Int? {
        guard reader.byte(colon.end) == 0x2F, reader.byte(colon.end + 1) == 0x2F,
            let before = reader.item(before: colon.start), before.has(.letter)
        else { return nil }
        var end = colon.end + 2
        while let byte = reader.byte(end), isPart(byte) { end += 1 }
        while end > colon.end + 2, isTrailing(reader.bytes[end - 1]) { end -= 1 }
        return end
    }

    /// An address starts at an offset: up to eight letters, then "://".
    func starts(at offset: Int) -> Bool {
        var end = offset
        while end - offset < 8, let byte = reader.byte(end), (0x61...0x7A).contains(byte | 0x20) {
            end += 1
        }
        return end > offset && reader.byte(end) == 0x3A && reader.byte(end + 1) == 0x2F
            && reader.byte(end + 2) == 0x2F
    }

    /// Printable ASCII but blanks, quotes and angle brackets (RFC 3986, section 2): a Chinese full stop ends it.
    private func isPart(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != 0x22 && byte != 0x3C && byte != 0x3E
    }

    /// What follows an address rather than ends it.
    private func isTrailing(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D: true
        default: false
        }
    }
}
