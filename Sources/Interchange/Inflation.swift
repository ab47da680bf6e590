internal import CZlib

/// Unpacks what gzip packed; `dictzip` files are such.
enum Inflation {
    /// What is longer than this unpacked is no dictionary but a bomb.
    private static let longest = 1 << 30

    static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// - Returns: `nil` when the bytes are no whole gzip member, or unpack to more than 1 GB.
    static func unpack(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count < Int(Int32.max) else { return nil }
        var stream = z_stream()
        guard czlib_inflate_init(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = bytes
        var out: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        return input.withUnsafeMutableBufferPointer { input -> [UInt8]? in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            while true {
                let (status, count) = chunk.withUnsafeMutableBufferPointer { chunk in
                    stream.next_out = chunk.baseAddress
                    stream.avail_out = UInt32(chunk.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (status, chunk.count - Int(stream.avail_out))
                }
                out += chunk[..<count]
                if status == Z_STREAM_END { return out }
                guard status == Z_OK, out.count <= longest, count > 0 || stream.avail_in > 0
                else { return nil }
            }
        }
    }
}
