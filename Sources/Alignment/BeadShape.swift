internal import Glibc

/// How many sentences a bead takes from each side.
struct BeadShape: Hashable, Sendable {
    let source: Int
    let target: Int

    /// No side of a bead has more sentences, whatever the options say.
    static let largestSide = 6
    /// A first look, which scores four by four beads at once, goes no further.
    static let largestAtFirst = 4

    /// The shapes that the options allow, in a fixed order.
    ///
    /// - Parameter limit: the most sentences on one side.
    static func allowed(_ options: AlignmentOptions, limit: Int) -> [BeadShape] {
        let largest = min(max(options.largestSide, 1), limit)
        var shapes = [BeadShape(source: 1, target: 0), BeadShape(source: 0, target: 1)]
        for source in 1...largest {
            for target in 1...largest
            where source + target <= max(2, options.largestBead) {
                shapes.append(BeadShape(source: source, target: target))
            }
        }
        return shapes
    }

    /// What is believed before anything is seen.
    fileprivate var firstGuess: Float {
        switch (source, target) {
        case (0, _), (_, 0): 0.02
        case (1, 1): 0.75
        case (1, 2), (2, 1): 0.07
        case (2, 2): 0.015
        default: 0.02 * powf(Self.growth, Float(source + target - 4))
        }
    }

    /// How much rarer a bead is for every sentence more.
    fileprivate static let growth: Float = 0.3
}

/// log p(shape) of every bead shape; it is estimated again in each pass.
struct BeadPriors: Sendable {
    static let impossible: Float = -1e30
    /// The first guess counts as much as this many beads.
    private static let weight: Float = 50

    /// Those of a first look, and those of a closer one.
    let shapes: [BeadShape]
    let closeShapes: [BeadShape]
    /// Lane a-1 of element b-1 is the shape a:b.
    private(set) var links: [SIMD4<Float>]
    private(set) var omission: Float = 0
    private(set) var addition: Float = 0
    /// By source side, then target side; -1 for what is not allowed.
    private let numbers: [Int8]

    init(_ options: AlignmentOptions) {
        shapes = BeadShape.allowed(options, limit: BeadShape.largestAtFirst)
        closeShapes = BeadShape.allowed(options, limit: BeadShape.largestSide)
        links = Array(repeating: SIMD4(repeating: Self.impossible), count: 4)
        let sides = BeadShape.largestSide + 1
        var numbers = [Int8](repeating: -1, count: sides * sides)
        for (number, shape) in closeShapes.enumerated() {
            numbers[shape.source * sides + shape.target] = Int8(number)
        }
        self.numbers = numbers
        estimate([:])
    }

    /// log p of a shape that is allowed; of one that a first look does not know, by the largest that it does.
    @inline(__always)
    func value(_ shape: BeadShape) -> Float {
        if shape.target == 0 { return omission }
        if shape.source == 0 { return addition }
        let source = min(shape.source, BeadShape.largestAtFirst)
        let target = min(shape.target, BeadShape.largestAtFirst)
        let excess = shape.source - source + shape.target - target
        let value = links[target - 1][source - 1]
        return excess == 0 ? value : value + logf(BeadShape.growth) * Float(excess)
    }

    /// The place of a shape among those of a closer look, `nil` where it is not allowed.
    @inline(__always)
    func number(_ shape: BeadShape) -> Int? {
        let side = 0...BeadShape.largestSide
        guard side ~= shape.source, side ~= shape.target else { return nil }
        let number = numbers[shape.source * (BeadShape.largestSide + 1) + shape.target]
        return number < 0 ? nil : Int(number)
    }

    /// - Parameter counts: how often each shape is expected to occur.
    mutating func estimate(_ counts: [BeadShape: Float]) {
        let guessed = shapes.reduce(Float(0)) { $0 + $1.firstGuess }
        let counted = shapes.reduce(Float(0)) { $0 + (counts[$1] ?? 0) }
        for shape in shapes {
            let guess = Self.weight * shape.firstGuess / guessed
            let value = logf(((counts[shape] ?? 0) + guess) / (counted + Self.weight))
            switch (shape.source, shape.target) {
            case (_, 0): omission = value
            case (0, _): addition = value
            default: links[shape.target - 1][shape.source - 1] = value
            }
        }
    }
}
