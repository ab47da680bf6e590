internal import CICU

/// An ICU regular expression over UTF-8 bytes, for patterns that come from data files.
///
/// A match that would take longer than two seconds, or too deep a stack, counts as none: a bad pattern may miss, it
/// can never hang the program. Safe to share: every search works on a clone.
public struct RegularExpression: @unchecked Sendable {
    // Safe: the handle is only cloned after `init`, and ICU shares the compiled pattern between clones read-only.
    fileprivate let handle: Handle
    public let pattern: String
    fileprivate let groupNumbers: [String: Int32]

    public struct Match: Sendable {
        public let span: TextSpan
        /// Named groups that took part.
        public let groups: [String: TextSpan]
    }

    public struct SyntaxError: Error, Hashable, Sendable {
        public let pattern: String
        /// Where ICU stopped, in UTF-16 units of the pattern.
        public let offset: Int
        /// In words, lower case.
        public let reason: String
    }

    fileprivate final class Handle {
        let pointer: OpaquePointer
        init(_ pointer: OpaquePointer) { self.pointer = pointer }
        deinit { cicu_regex_close(pointer) }
    }

    /// - Parameter groups: the named groups that the caller wants to see.
    public init(
        _ pattern: String, ignoringCase: Bool = true, groups: [String] = []
    ) throws(SyntaxError) {
        var fault = cicu_regex_fault()
        let opened = CBytes.withPointer(Array(pattern.utf8)) {
            cicu_regex_open($0, $1, ignoringCase, &fault)
        }
        guard let opened else {
            throw SyntaxError(
                pattern: pattern, offset: Int(fault.offset),
                reason: fault.reason.map { String(cString: $0) } ?? "no regular expression")
        }
        handle = Handle(opened)
        self.pattern = pattern
        var numbers: [String: Int32] = [:]
        for group in groups {
            let number = cicu_regex_group(opened, group)
            if number >= 0 { numbers[group] = number }
        }
        groupNumbers = numbers
    }

    /// All matches within a span, which do not overlap; text around the span is seen by look-around.
    public func matches(in text: Text, _ span: TextSpan? = nil) -> [Match] {
        search(text, span) { regex in
            var found: [Match] = []
            while cicu_regex_next(regex) {
                found.append(Self.match(regex, groupNumbers))
                if found.count > 100_000 { break }
            }
            return found
        }
    }

    public func firstMatch(in text: Text, _ span: TextSpan? = nil) -> Match? {
        search(text, span) { cicu_regex_next($0) ? Self.match($0, groupNumbers) : nil }
    }

    /// The match that covers the whole span, if there is one.
    public func wholeMatch(in text: Text, _ span: TextSpan? = nil) -> Match? {
        search(text, span) { cicu_regex_matches($0) ? Self.match($0, groupNumbers) : nil }
    }

    private func search<Result>(
        _ text: Text, _ span: TextSpan?, _ body: (OpaquePointer) -> Result
    ) -> Result where Result: ExpressibleByEmpty {
        let whole = span ?? text.span
        guard let regex = cicu_regex_clone(handle.pointer) else { return Result.empty }
        defer { cicu_regex_close(regex) }
        return CBytes.withPointer(text.bytes) { bytes, count in
            guard cicu_regex_set(regex, bytes, count),
                cicu_regex_region(regex, Int64(whole.start), Int64(min(whole.end, text.count)))
            else { return Result.empty }
            return body(regex)
        }
    }

    fileprivate static func match(
        _ regex: OpaquePointer, _ groupNumbers: [String: Int32]
    ) -> Match {
        let start = Int(cicu_regex_start(regex, 0))
        let end = Int(cicu_regex_end(regex, 0))
        var groups: [String: TextSpan] = [:]
        for (name, number) in groupNumbers {
            let from = Int(cicu_regex_start(regex, number))
            if from >= 0 { groups[name] = TextSpan(from, Int(cicu_regex_end(regex, number))) }
        }
        return Match(span: TextSpan(start, end), groups: groups)
    }
}

/// What a search gives when ICU could not run it.
private protocol ExpressibleByEmpty {
    static var empty: Self { get }
}

extension Array: ExpressibleByEmpty {
    fileprivate static var empty: Self { [] }
}

extension Optional: ExpressibleByEmpty {
    fileprivate static var empty: Self { nil }
}

extension RegularExpression {
    /// Many searches over the same bytes: what costs a clone each otherwise costs one.
    ///
    /// Unlike the searches of ``RegularExpression`` it tells when a search was given up.
    public final class Cursor {
        /// The pattern took too long, or too deep a stack, on this text.
        public struct Exhausted: Error {}

        private let handle: Handle
        private let groupNumbers: [String: Int32]

        /// - Returns: `nil` when ICU is out of memory.
        public init?(_ expression: RegularExpression) {
            guard let clone = cicu_regex_clone(expression.handle.pointer) else { return nil }
            handle = Handle(clone)
            groupNumbers = expression.groupNumbers
        }

        /// Sets what the next searches look at; the bytes must stay where they are until the last of them.
        ///
        /// - Parameter patience: how much a search may take, in thousandths of what ICU calls a second.
        public func read(
            _ bytes: UnsafeBufferPointer<UInt8>, patience: Int = 2000
        ) throws(Exhausted) {
            let isRead = bytes.withMemoryRebound(to: CChar.self) { chars in
                guard let base = chars.baseAddress else { return false }
                return cicu_regex_set(handle.pointer, base, Int64(chars.count))
            }
            guard isRead else { throw Exhausted() }
            cicu_regex_set_limit(handle.pointer, Int32(clamping: patience))
        }

        /// The first match that starts at an offset or after it.
        public func firstMatch(from offset: Int) throws(Exhausted) -> TextSpan? {
            switch cicu_regex_find_from(handle.pointer, Int64(offset)) {
            case CICU_REGEX_MATCH:
                TextSpan(
                    Int(cicu_regex_start(handle.pointer, 0)),
                    Int(cicu_regex_end(handle.pointer, 0)))
            case CICU_REGEX_NONE: nil
            default: throw Exhausted()
            }
        }

        /// The match that starts where a span does and ends within it, if there is one; text around the span is seen by
        /// look-around, and the span's ends are what `^` and `$` ask for.
        public func match(atStartOf span: TextSpan) -> Match? {
            guard cicu_regex_region(handle.pointer, Int64(span.start), Int64(span.end)),
                cicu_regex_matches_at(handle.pointer, -1) == CICU_REGEX_MATCH
            else { return nil }
            return RegularExpression.match(handle.pointer, groupNumbers)
        }

        /// All matches within a span, which do not overlap, seen as ``match(atStartOf:)`` sees it.
        public func matches(in span: TextSpan) -> [Match] {
            guard cicu_regex_region(handle.pointer, Int64(span.start), Int64(span.end)) else {
                return []
            }
            var found: [Match] = []
            while cicu_regex_next(handle.pointer) {
                found.append(RegularExpression.match(handle.pointer, groupNumbers))
                if found.count > 100_000 { break }
            }
            return found
        }

        /// Whether a match starts at an offset.
        public func matches(at offset: Int) throws(Exhausted) -> Bool {
            switch cicu_regex_matches_at(handle.pointer, Int64(offset)) {
            case CICU_REGEX_MATCH: true
            case CICU_REGEX_NONE: false
            default: throw Exhausted()
            }
        }
    }
}
