/// Reads numbers and strings one after another and never beyond the end.
///
/// What does not fit is read as 0 or as nothing and noted in ``fault``, so that a reader need ask only once, at the end.
struct ByteCursor {
    private let bytes: UnsafeRawBufferPointer
    /// What is added to a place so that it counts from the start of the file.
    private let origin: Int
    private var next = 0
    private var failure: Int?

    /// - Parameter origin: where the bytes lie in their file.
    init(_ bytes: UnsafeRawBufferPointer, origin: Int = 0) {
        self.bytes = bytes
        self.origin = origin
    }

    /// A cursor over nothing, with a fault.
    init(faultAt place: Int) {
        self.init(UnsafeRawBufferPointer(start: nil, count: 0))
        failure = place
    }

    /// In the file.
    var position: Int { origin + next }
    /// Where in the file the first read failed.
    var fault: Int? { failure }
    var isAtEnd: Bool { next >= bytes.count }

    mutating func fail() { if failure == nil { failure = position } }

    @inline(__always)
    mutating func byte() -> UInt8 {
        guard next < bytes.count else {
            fail()
            return 0
        }
        next += 1
        return bytes[next - 1]
    }

    /// Seven bits a byte, the lowest first; the last byte has its top bit clear.
    @inline(__always)
    mutating func number() -> Int {
        let first = byte()
        if first < 0x80 { return Int(first) }
        var value = Int(first & 0x7F)
        var shift = 7
        while shift < 63 {
            let next = byte()
            value |= Int(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
        fail()
        return 0
    }

    /// A number that must be below `bound`.
    mutating func number(below bound: Int) -> Int {
        let value = number()
        if value < bound { return value }
        fail()
        return 0
    }

    mutating func bytes(_ count: Int) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= bytes.count - next else {
            fail()
            next = bytes.count
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        defer { next += count }
        return UnsafeRawBufferPointer(rebasing: bytes[next..<next + count])
    }

    mutating func rest() -> UnsafeRawBufferPointer { bytes(bytes.count - next) }

    /// A length and so many bytes of UTF-8; broken ones become U+FFFD.
    mutating func string() -> String { String(decoding: bytes(number()), as: UTF8.self) }
}

extension [UInt8] {
    /// As ``ByteCursor/number()`` reads it.
    mutating func append(number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func append(string: String) {
        append(number: string.utf8.count)
        append(contentsOf: string.utf8)
    }

    /// Little-endian, whole width.
    mutating func append(fixed value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
