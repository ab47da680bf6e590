internal import CICU

/// Boundaries of words, sentences, lines or characters by ICU, over UTF-8 in place.
///
/// A handle is opened once for a language and cloned per task: opening costs a thousand times what a clone does.
/// Not thread-safe; a task works on its own ``clone()``.
public final class Breaker {
    public enum Kind: Sendable {
        case characters, words, lines, sentences

        var code: cicu_break_kind {
            switch self {
            case .characters: CICU_CHARACTERS
            case .words: CICU_WORDS
            case .lines: CICU_LINES
            case .sentences: CICU_SENTENCES
            }
        }
    }

    /// What ICU says of the stretch before a boundary; for words only.
    public enum WordStatus: Sendable {
        case none, number, letters, kana, ideographs
    }

    private let handle: OpaquePointer

    /// - Returns: `nil` when ICU has no data for it, which a complete ICU always has.
    public init?(_ kind: Kind, _ language: LanguageTag) {
        guard let handle = cicu_breaker_open(kind.code, language.icuLocale) else { return nil }
        self.handle = handle
    }

    private init(handle: OpaquePointer) { self.handle = handle }

    deinit { cicu_breaker_close(handle) }

    public func clone() -> Breaker? { cicu_breaker_clone(handle).map(Breaker.init(handle:)) }

    /// Calls `body` with each span between boundaries, in order, and ICU's word status of it.
    public func forEachSpan(
        in bytes: [UInt8], from offset: Int = 0, to end: Int? = nil,
        _ body: (TextSpan, WordStatus) -> Void
    ) {
        bytes.withUnsafeBytes { raw in
            let limit = min(end ?? raw.count, raw.count)
            guard offset < limit, let base = raw.baseAddress else { return }
            let chars = base.advanced(by: offset).assumingMemoryBound(to: CChar.self)
            guard cicu_breaker_set(handle, chars, Int64(limit - offset)) else { return }
            var start = 0
            while true {
                let next = Int(cicu_breaker_next(handle))
                guard next >= 0 else { break }
                body(TextSpan(offset + start, offset + next), status)
                start = next
            }
        }
    }

    private var status: WordStatus {
        switch cicu_breaker_status(handle) {
        case ..<100: .none
        case ..<200: .number
        case ..<300: .letters
        case ..<400: .kana
        default: .ideographs
        }
    }
}

/// Opens breakers once and hands out clones; safe to share between tasks.
public struct BreakerPrototype: @unchecked Sendable {
    // Safe: the prototype itself is never set on a text, only cloned, and ICU's clone reads immutable data.
    private let prototype: Breaker

    public init?(_ kind: Breaker.Kind, _ language: LanguageTag) {
        guard let prototype = Breaker(kind, language) else { return nil }
        self.prototype = prototype
    }

    public func clone() -> Breaker? { prototype.clone() }
}
