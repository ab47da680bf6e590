internal import TextCore

/// Every form of a token once, under a number: a million names are made of far fewer tokens.
struct FormPool {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [UInt32] = [0]
    /// Open addressing: a form's number plus one, or 0.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    var count: Int { offsets.count - 1 }

    /// The number of a form, which is added where it is new.
    mutating func number(_ form: [UInt8]) -> Int {
        if count * 2 >= slots.count { grow() }
        var slot = Self.hash(form[...]) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = Int(slots[slot]) - 1
            if self[known] == form[...] { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes += form
        offsets.append(UInt32(truncatingIfNeeded: bytes.count))
        slots[slot] = UInt32(count)
        return count - 1
    }

    fileprivate subscript(number: Int) -> ArraySlice<UInt8> {
        bytes[Int(offsets[number])..<Int(offsets[number + 1])]
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            var slot = Self.hash(self[number]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    /// FNV-1a, its high bits brought down.
    private static func hash(_ form: ArraySlice<UInt8>) -> Int {
        var digest = FNV1a()
        digest.add(form)
        return Int(truncatingIfNeeded: (digest.sum ^ digest.sum >> 32) & 0xFFFF_FFFF)
    }
}

extension FormPool {
    /// Something of the sounds of every form, in the order of the numbers.
    func map<Value>(_ body: (ArraySlice<UInt8>) -> Value) -> [Value] {
        (0..<count).map { number in
            let form = self[number]
            let sounds = form.withUnsafeBytes { form in
                var cursor = ByteCursor(form)
                _ = cursor.bytes(cursor.number())
                _ = cursor.bytes(8)
                return Array(cursor.bytes(cursor.number()))
            }
            return body(sounds[...])
        }
    }
}
