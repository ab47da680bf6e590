internal import CDigest

/// What a text was at one time: the first 16 hexadecimal digits of the SHA-256 digest of its file.
///
/// Also what tells sentences apart where only their equality matters.
public struct Revision: Hashable, Sendable {
    public static let length = 16
    public let string: String

    /// - Returns: `nil` unless the string starts with 16 lower-case hexadecimal digits and has no other characters.
    public init?(_ string: String) {
        guard string.utf8.count >= Self.length, string.utf8.count <= 64,
            string.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.string = String(string.prefix(Self.length))
    }

    public init(of bytes: [UInt8]) {
        var context = SHA2_CTX()
        SHA256Init(&context)
        SHA256Update(&context, bytes, bytes.count)
        var digest = [UInt8](repeating: 0, count: 32)
        SHA256Final(&digest, &context)
        string = digest.prefix(Self.length / 2).reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}

extension Revision: CustomStringConvertible {
    public var description: String { string }
}
