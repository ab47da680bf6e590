/// Says in words what an assignment found.
struct MatchReasons {
    let left: NameReading
    let right: NameReading
    let assignment: TokenAssignment

    var lines: [String] {
        var lines = assignment.pairings.sorted { $0.left < $1.left }.map(line)
        lines += leftOver(left, assignment.leftUsed, "first")
        lines += leftOver(right, assignment.rightUsed, "second")
        if !assignment.isInOrder { lines.append("the order differs") }
        if let scheme = scheme { lines.append(scheme) }
        return lines
    }

    private func line(_ pairing: TokenPairing) -> String {
        let a = words(left, pairing.leftMask)
        let b = words(right, pairing.rightMask)
        if left.roles[pairing.left] == .initial || right.roles[pairing.right] == .initial {
            return "the initial fits: '\(a)' and '\(b)'"
        }
        switch pairing.cost {
        case 0: return a == b ? "'\(a)' is the same" : "'\(a)' and '\(b)' sound the same"
        case ..<0.15: return "'\(a)' sounds like '\(b)'"
        case ..<0.35: return "'\(a)' sounds somewhat like '\(b)'"
        default: return "'\(a)' hardly sounds like '\(b)'"
        }
    }

    private func words(_ reading: NameReading, _ mask: UInt8) -> String {
        reading.tokens.indices.filter { mask & (1 << UInt8($0)) != 0 }
            .map { reading.tokens[$0] }.joined(separator: " ")
    }

    private func leftOver(_ reading: NameReading, _ used: UInt8, _ side: String) -> [String] {
        reading.tokens.indices.filter { used & (1 << UInt8($0)) == 0 }.map { index in
            let role = reading.roles[index]
            let kind =
                role == .unknown || role == .given || role == .family ? "" : "\(role.rawValue) "
            return "the \(kind)'\(reading.tokens[index])' is in the \(side) name alone"
        }
    }

    private var scheme: String? {
        for reading in [left, right] {
            switch reading.scheme {
            case .dictionaryForm: return "a case ending is undone"
            case .nickname: return "a nickname stands for the full name"
            case .transcription: return "the characters spell a foreign name"
            case .characters: return "the characters are read one by one"
            default: continue
            }
        }
        return nil
    }
}
