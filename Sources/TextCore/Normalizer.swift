internal import CICU

/// Unicode normalisation and case folding by ICU.
///
/// ICU's normalisers are immutable and shared, so these are plain functions.
public enum Normalizer {
    public enum Form: Sendable {
        case nfc, nfd, nfkc
        /// NFKC with case folding and without default-ignorable characters, for comparing.
        case nfkcFolded

        var code: cicu_form {
            switch self {
            case .nfc: CICU_NFC
            case .nfd: CICU_NFD
            case .nfkc: CICU_NFKC
            case .nfkcFolded: CICU_NFKC_FOLDED
            }
        }
    }

    struct Change {
        let inputStart: Int
        let inputEnd: Int
        let start: Int
        let end: Int
    }

    static func isNormalized(_ bytes: [UInt8], _ form: Form) -> Bool {
        CBytes.withPointer(bytes) { cicu_is_normalized(form.code, $0, $1) }
    }

    static func normalizeWithEdits(_ bytes: [UInt8], _ form: Form) -> ([UInt8], [Change]) {
        let edited = CBytes.withPointer(bytes) { cicu_normalize_with_edits(form.code, $0, $1) }
        defer { cicu_edited_free(edited) }
        guard let normal = CBytes.array(edited.text), let edits = edited.edits else {
            return (bytes, [])
        }
        let changes = stride(from: 0, to: Int(edited.edit_count), by: 2).map { index in
            Change(
                inputStart: Int(edits[2 * index]), inputEnd: Int(edits[2 * index + 2]),
                start: Int(edits[2 * index + 1]), end: Int(edits[2 * index + 3]))
        }
        return (normal, changes)
    }

    public static func normalize(_ string: String, _ form: Form) -> String {
        CBytes.map(string) { cicu_normalize(form.code, $0, $1) }
    }

    /// Full case folding: "STRASSE" and "Straße" fold to one string.
    public static func fold(_ string: String) -> String {
        foldedASCII(string) ?? CBytes.map(string, cicu_fold)
    }

    /// Small letters are all that folding makes of ASCII, and no library is needed for that.
    private static func foldedASCII(_ string: String) -> String? {
        var string = string
        return string.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count) { buffer in
                for index in bytes.indices { buffer[index] = WordTable.small(bytes[index]) }
                return bytes.count
            }
        }
    }

    /// Lower case by the rules of a language: Turkish "I" becomes "ı".
    public static func lowercase(_ string: String, _ language: LanguageTag) -> String {
        CBytes.map(string) { cicu_lower(language.icuLocale, $0, $1) }
    }

    public static func titlecase(_ string: String, _ language: LanguageTag) -> String {
        CBytes.map(string) { cicu_title(language.icuLocale, $0, $1) }
    }
}
