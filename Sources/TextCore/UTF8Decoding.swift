/// Scalars out of UTF-8 bytes that are known to be well-formed. Inlined into other modules, because every scan of a
/// text stands on it.
public enum UTF8Decoding {
    @inlinable @inline(__always)
    public static func scalar(
        _ bytes: [UInt8], at offset: Int
    ) -> (Unicode.Scalar, next: Int) {
        bytes.withUnsafeBufferPointer { scalar($0, at: offset) }
    }

    @inlinable @inline(__always)
    public static func scalar(
        _ bytes: [UInt8], before offset: Int
    ) -> (Unicode.Scalar, start: Int) {
        bytes.withUnsafeBufferPointer { buffer in
            var start = offset - 1
            while start > 0 && buffer[start] & 0xC0 == 0x80 { start -= 1 }
            return (scalar(buffer, at: start).0, start)
        }
    }

    /// The number of bytes that a lead byte announces; 1 for anything that is none.
    @inlinable @inline(__always)
    public static func width(_ lead: UInt8) -> Int {
        lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// Decodes without checks beyond the end of the buffer: a cut sequence gives U+FFFD.
    @inlinable @inline(__always)
    public static func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (Unicode.Scalar, next: Int) {
        let lead = bytes[offset]
        if lead < 0x80 { return (Unicode.Scalar(lead), offset + 1) }
        let width = width(lead)
        guard offset + width <= bytes.count, width > 1 else { return ("\u{FFFD}", offset + 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for index in 1..<width { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", offset + width)
    }
}
