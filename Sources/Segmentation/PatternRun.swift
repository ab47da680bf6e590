internal import TextCore

/// A program at work on one text; its cursors are no other's.
final class PatternRun {
    private let program: PatternProgram
    /// Finds out which of the rules of a guard it was.
    private let isNaming: Bool
    private let scans: [RegularExpression.Cursor]
    private let guards: [RegularExpression.Cursor]
    private var parts: [Int: RegularExpression.Cursor] = [:]

    init(_ program: PatternProgram, naming: Bool) throws(PatternError) {
        self.program = program
        isNaming = naming
        scans = try program.scans.map { scan throws(PatternError) in
            try Self.cursor(scan.expression, scan.rule)
        }
        guards = try program.guards.map { look throws(PatternError) in
            try Self.cursor(look.expression, look.rules[0])
        }
    }

    private static func cursor(
        _ expression: RegularExpression, _ rule: Int
    ) throws(PatternError) -> RegularExpression.Cursor {
        guard let cursor = RegularExpression.Cursor(expression) else {
            throw PatternError(rule: rule, fault: .exhausted)
        }
        return cursor
    }

    /// What is decided inside a block; its ends are no candidates.
    func decisions(in text: Text, _ block: TextSpan) throws(PatternError) -> [PatternDecision] {
        var result: Result<[PatternDecision], PatternError> = .success([])
        text.bytes.withUnsafeBufferPointer { bytes in
            let part = UnsafeBufferPointer(rebasing: bytes[block.range])
            result = Result { () throws(PatternError) in try decisions(part, block.start) }
        }
        return try result.get()
    }

    /// A place and the first rule of each kind that was found there.
    private struct Place {
        let offset: Int
        var breaking = Int.max
        var forbidding = Int.max
    }

    private func decisions(
        _ bytes: UnsafeBufferPointer<UInt8>, _ base: Int
    ) throws(PatternError) -> [PatternDecision] {
        let places = try places(bytes).filter { $0.breaking < .max }
        guard !places.isEmpty else { return [] }
        for (look, cursor) in zip(program.guards, guards) {
            try tell(look.rules[0]) { () throws(RegularExpression.Cursor.Exhausted) in
                try cursor.read(bytes, patience: Self.placePatience)
            }
        }
        var found: [PatternDecision] = []
        for place in places {
            let first = min(place.breaking, place.forbidding)
            let forbidding = try forbidding(place.offset, before: first, bytes)
            found.append(
                PatternDecision(
                    offset: base + place.offset,
                    isBoundary: forbidding == nil && place.breaking < place.forbidding,
                    rule: forbidding ?? first))
        }
        return found
    }

    /// The forbidding rule that matches at a place and stands before another rule.
    private func forbidding(
        _ offset: Int, before limit: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(PatternError) -> Int? {
        for (look, cursor) in zip(program.guards, guards) {
            guard look.rules[0] < limit else { return nil }
            do throws(RegularExpression.Cursor.Exhausted) {
                guard try cursor.matches(at: offset) else { continue }
            } catch {
                throw PatternError(
                    rule: try name(look, offset, bytes) ?? look.rules[0], fault: .exhausted)
            }
            return isNaming ? try name(look, offset, bytes) : look.rules[0]
        }
        return nil
    }

    /// Which rule of a guard matches, or runs out of time.
    private func name(
        _ look: PatternProgram.Guard, _ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(PatternError) -> Int? {
        for (number, part) in zip(look.rules, look.parts) {
            let cursor: RegularExpression.Cursor
            if let known = parts[number] {
                cursor = known
            } else {
                cursor = try Self.cursor(part, number)
                parts[number] = cursor
            }
            let matches = try tell(number) {
                () throws(RegularExpression.Cursor.Exhausted) -> Bool in
                try cursor.read(bytes, patience: Self.placePatience)
                return try cursor.matches(at: offset)
            }
            if matches { return number }
        }
        return nil
    }

    /// In text order, each once.
    private func places(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(PatternError) -> [Place] {
        var places: [Place] = []
        for (scan, cursor) in zip(program.scans, scans) {
            for offset in try ends(bytes, cursor, scan) {
                var place = Place(offset: offset)
                if scan.isBreak { place.breaking = scan.rule } else { place.forbidding = scan.rule }
                places.append(place)
            }
        }
        places.sort { $0.offset < $1.offset }
        var merged: [Place] = []
        for place in places {
            if let last = merged.last, last.offset == place.offset {
                merged[merged.count - 1].breaking = min(last.breaking, place.breaking)
                merged[merged.count - 1].forbidding = min(last.forbidding, place.forbidding)
            } else {
                merged.append(place)
            }
        }
        return merged
    }

    /// How far back from the end of a match the next one may begin.
    private static let overlap = 32
    /// A search for a match in the whole text may take time in proportion to it; a look at one place may not.
    private static let placePatience = 200

    /// Where the matches of a rule end; with limited repeats where it takes too long without.
    private func ends(
        _ bytes: UnsafeBufferPointer<UInt8>, _ cursor: RegularExpression.Cursor,
        _ scan: PatternProgram.Scan
    ) throws(PatternError) -> [Int] {
        let whole = try? ends(bytes, cursor, patience: 2000 + bytes.count / 250)
        if let whole { return whole }
        let bounded = try Self.cursor(scan.bounded, scan.rule)
        return try tell(scan.rule) { () throws(RegularExpression.Cursor.Exhausted) -> [Int] in
            try ends(bytes, bounded, patience: 2000 + bytes.count / 10)
        }
    }

    /// Matches may overlap: in "A. B. C." the space before B ends one and begins the next.
    private func ends(
        _ bytes: UnsafeBufferPointer<UInt8>, _ cursor: RegularExpression.Cursor, patience: Int
    ) throws(RegularExpression.Cursor.Exhausted) -> [Int] {
        var ends: [Int] = []
        var offset = 0
        try cursor.read(bytes, patience: patience)
        while offset < bytes.count, let match = try cursor.firstMatch(from: offset) {
            if match.end > 0, match.end < bytes.count, match.end != ends.last {
                ends.append(match.end)
            }
            offset = max(match.start + 1, match.end - Self.overlap)
            while offset < bytes.count && bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return ends
    }

    private func tell<Value>(
        _ rule: Int, _ body: () throws(RegularExpression.Cursor.Exhausted) -> Value
    ) throws(PatternError) -> Value {
        do throws(RegularExpression.Cursor.Exhausted) { return try body() } catch {
            throw PatternError(rule: rule, fault: .exhausted)
        }
    }
}
