internal import CZlib

/// Unpacks what gzip packed, piece by piece; a file may be several members one after another.
public final class InflationStream {
    private var stream = z_stream()
    private var chunk = [UInt8](repeating: 0, count: 1 << 18)
    private var isReady: Bool
    private var isBetweenMembers = true

    public init() { isReady = czlib_inflate_init(&stream) == Z_OK }

    deinit { if isReady { inflateEnd(&stream) } }

    /// True for the first bytes of what gzip packed.
    public static func isPacked(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B])
    }

    /// False where the input has ended in the middle of a member.
    public var isWhole: Bool { isBetweenMembers }

    /// What a piece unpacks to, given away in parts of bounded size.
    ///
    /// - Returns: false when the bytes are not what gzip packed; nothing more can be read then.
    public func unpack(
        _ bytes: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) throws -> Void
    ) rethrows -> Bool {
        guard isReady, bytes.count < Int(Int32.max) else { return false }
        var input = Array(bytes)
        return try input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            while true {
                if isBetweenMembers {
                    if stream.avail_in == 0 { return true }
                    inflateReset(&stream)
                    isBetweenMembers = false
                }
                let (status, count) = inflateOnce()
                if count > 0 { try body(chunk[..<count]) }
                switch status {
                case Z_STREAM_END: isBetweenMembers = true
                case Z_OK: if count == 0, stream.avail_in == 0 { return true }
                // No room for progress: the piece is read to its end.
                case Z_BUF_ERROR: return stream.avail_in == 0
                default: return false
                }
            }
        }
    }

    private func inflateOnce() -> (status: Int32, count: Int) {
        chunk.withUnsafeMutableBufferPointer { chunk in
            stream.next_out = chunk.baseAddress
            stream.avail_out = UInt32(chunk.count)
            let status = inflate(&stream, Z_NO_FLUSH)
            return (status, chunk.count - Int(stream.avail_out))
        }
    }
}
