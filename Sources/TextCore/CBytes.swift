internal import CICU

/// The way of bytes into ICU and back.
enum CBytes {
    static func withPointer<Result>(
        _ bytes: [UInt8], _ body: (UnsafePointer<CChar>, Int64) -> Result
    ) -> Result {
        bytes.withUnsafeBytes { raw in
            // An empty array may have no address, and ICU wants one.
            guard let base = raw.baseAddress else {
                return withUnsafePointer(to: 0) { body($0, 0) }
            }
            return body(base.assumingMemoryBound(to: CChar.self), Int64(raw.count))
        }
    }

    /// Copies and frees what ICU made; `nil` when the call failed.
    static func take(_ result: cicu_string) -> [UInt8]? {
        defer { cicu_string_free(result) }
        return array(result)
    }

    static func array(_ result: cicu_string) -> [UInt8]? {
        guard let bytes = result.bytes else { return nil }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(result.count)))
    }

    static func string(_ result: cicu_string) -> String? {
        take(result).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Runs a function of ICU over a string; the string itself when ICU refuses it.
    static func map(
        _ string: String, _ body: (UnsafePointer<CChar>, Int64) -> cicu_string
    ) -> String {
        var copy = string
        let result = copy.withUTF8 { buffer in
            buffer.withMemoryRebound(to: CChar.self) { chars -> cicu_string in
                guard let base = chars.baseAddress else {
                    return withUnsafePointer(to: 0) { body($0, 0) }
                }
                return body(base, Int64(chars.count))
            }
        }
        return self.string(result) ?? string
    }
}
