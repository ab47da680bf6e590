internal import CICU

/// The ICU that this program runs on.
public enum UnicodeLibrary {
    /// Such as "72.1".
    public static var version: String { String(cString: cicu_version()) }
}
