internal import CICU

/// Bytes of an unknown encoding into UTF-8.
public enum TextEncoding {
    /// ICU's best guess with a confidence of 0 to 100, or `nil` when it has none.
    public static func detect(_ bytes: [UInt8]) -> (name: String, confidence: Int)? {
        var confidence: Int32 = 0
        let name = CBytes.withPointer(bytes) { cicu_detect_encoding($0, $1, &confidence) }
        return CBytes.string(name).map { ($0, Int(confidence)) }
    }

    /// - Parameter name: an encoding's name as HTML or HTTP gives it.
    /// - Returns: `nil` when ICU does not know the encoding.
    public static func convert(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        CBytes.take(CBytes.withPointer(bytes) { cicu_convert(name, $0, $1) })
    }
}
