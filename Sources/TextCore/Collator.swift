internal import CICU

/// Compares strings in a language's order.
public final class Collator {
    public enum Strength: Int32, Sendable {
        case base = 1
        case accents = 2
        case full = 3
    }

    private let handle: OpaquePointer

    public init?(_ language: LanguageTag, strength: Strength = .full) {
        guard let handle = cicu_collator_open(language.icuLocale, strength.rawValue) else {
            return nil
        }
        self.handle = handle
    }

    deinit { cicu_collator_close(handle) }

    public func areInOrder(_ a: String, _ b: String) -> Bool { compare(a, b) < 0 }

    public func areEqual(_ a: String, _ b: String) -> Bool { compare(a, b) == 0 }

    private func compare(_ a: String, _ b: String) -> Int32 {
        CBytes.withPointer(Array(a.utf8)) { aBytes, aCount in
            CBytes.withPointer(Array(b.utf8)) { bBytes, bCount in
                cicu_compare(handle, aBytes, aCount, bBytes, bCount)
            }
        }
    }
}
