internal import LocaleData

/// What it costs to take a sound of one language for a sound of another, or to lack it.
///
/// The general costs, lowered where either language is known to confuse, add or drop a sound.
struct SoundCosts: Sendable {
    /// Row: the sound of the left name; column: of the right one.
    private(set) var substitution: [Float]
    /// A sound that the left name has and the right one lacks.
    private(set) var leftGap: [Float]
    private(set) var rightGap: [Float]

    init(
        _ table: SoundTable, general: [SoundProfile.Cost], left: [SoundProfile.Cost],
        right: [SoundProfile.Cost]
    ) {
        substitution = [Float](repeating: 1.2, count: SoundTable.stride * SoundTable.stride)
        leftGap = [Float](repeating: 1, count: SoundTable.stride)
        rightGap = leftGap
        for sound in 0..<SoundTable.stride {
            substitution[sound * SoundTable.stride + sound] = 0
        }
        for cost in general { apply(cost, table) { _, new in new } }
        for cost in left { applyOwn(cost, table, isLeft: true) }
        for cost in right { applyOwn(cost, table, isLeft: false) }
    }

    private mutating func apply(
        _ cost: SoundProfile.Cost, _ table: SoundTable, _ combine: (Float, Float) -> Float
    ) {
        switch cost.difference {
        case .confusion(let a, let b):
            guard let a = table.code(a), let b = table.code(b), a != b else { return }
            set(a, b, cost.cost, combine)
        case .kinds(let a, let b):
            for x in 1..<max(1, table.kinds.count) where table.kinds[x] == a {
                for y in 1..<table.kinds.count where table.kinds[y] == b && x != y {
                    set(UInt8(x), UInt8(y), cost.cost, combine)
                }
            }
        case .gap(let sound), .addition(let sound), .omission(let sound):
            guard let code = table.code(sound).map(Int.init) else { return }
            leftGap[code] = combine(leftGap[code], cost.cost)
            rightGap[code] = combine(rightGap[code], cost.cost)
        }
    }

    /// A language's own habit can only make a difference cheaper.
    private mutating func applyOwn(
        _ cost: SoundProfile.Cost, _ table: SoundTable, isLeft: Bool
    ) {
        switch cost.difference {
        case .addition(let sound):
            guard let code = table.code(sound).map(Int.init) else { return }
            if isLeft {
                leftGap[code] = min(leftGap[code], cost.cost)
            } else {
                rightGap[code] = min(rightGap[code], cost.cost)
            }
        case .omission(let sound):
            guard let code = table.code(sound).map(Int.init) else { return }
            if isLeft {
                rightGap[code] = min(rightGap[code], cost.cost)
            } else {
                leftGap[code] = min(leftGap[code], cost.cost)
            }
        default: apply(cost, table) { min($0, $1) }
        }
    }

    private mutating func set(
        _ a: UInt8, _ b: UInt8, _ cost: Float, _ combine: (Float, Float) -> Float
    ) {
        for place in [
            Int(a) * SoundTable.stride + Int(b), Int(b) * SoundTable.stride + Int(a),
        ] { substitution[place] = combine(substitution[place], cost) }
    }
}
