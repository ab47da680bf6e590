internal import CICU

/// ICU transliteration, by a transform's name or by rules of ours.
///
/// Opening a transform costs up to 29 ms and sharing one between tasks is slower than clones: open once, ``clone()``
/// per task. Not thread-safe.
public final class Transliterator {
    private let handle: OpaquePointer

    /// - Parameter id: ICU's name of the transform, such as `Any-Latin; Latin-ASCII`.
    /// - Returns: `nil` when ICU has no such transform.
    public init?(_ id: String) {
        guard let handle = cicu_transliterator_open(id) else { return nil }
        self.handle = handle
    }

    /// - Parameter rules: ICU transform rules.
    /// - Returns: `nil` when the rules have a syntax error.
    public init?(rules: String) {
        let opened = CBytes.withPointer(Array(rules.utf8)) {
            cicu_transliterator_open_rules($0, $1)
        }
        guard let opened else { return nil }
        handle = opened
    }

    private init(handle: OpaquePointer) { self.handle = handle }

    deinit { cicu_transliterator_close(handle) }

    public func clone() -> Transliterator? {
        cicu_transliterator_clone(handle).map(Transliterator.init(handle:))
    }

    public func transliterate(_ string: String) -> String {
        CBytes.map(string) { cicu_transliterate(handle, $0, $1) }
    }
}
