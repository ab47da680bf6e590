internal import Glibc

/// How long a translation is: characters of the target given characters of the source.
///
/// The difference from `ratio` times the source length, divided by its deviation (which grows with the square root of
/// the length, as Gale and Church found), follows Student's t: a bell with tails heavy enough for a free translation.
/// What a length score says is always relative to the target lengths of the whole text.
struct LengthModel: Sendable {
    /// Characters of the target for one of the source.
    var ratio: Float = 1
    /// The variance of the difference for one character.
    var variance: Float = LengthModel.firstVariance
    /// Mean and deviation of log(length + 1) of a target sentence: the background.
    let mean: Float
    let deviation: Float

    static let firstVariance: Float = 6.8
    private static let freedom: Float = 10
    /// log of Γ((ν+1)/2) / (Γ(ν/2) √(νπ)).
    private static let logPeak: Float =
        lgammaf((freedom + 1) / 2) - lgammaf(freedom / 2)
        - 0.5 * logf(freedom * .pi)

    init(sources: [Float], targets: [Float]) {
        let logs = targets.map { logf($0 + 1) }
        let count = Float(max(1, logs.count))
        let mean = logs.reduce(0, +) / count
        self.mean = mean
        deviation = (logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot() + 0.05
        let (from, to) = (sources.reduce(0, +), targets.reduce(0, +))
        if from > 0 && to > 0 { ratio = to / from }
    }

    /// log p(length) of a target sentence whatever its source is.
    func background(_ length: Float) -> Float {
        let x = logf(length + 1)
        let z = (x - mean) / deviation
        return -0.5 * z * z - logf(deviation * (2 * .pi as Float).squareRoot()) - x
    }

    /// log p(target length | source lengths), four source lengths at once.
    @inline(__always)
    func score(_ sources: SIMD4<Float>, _ target: Float) -> SIMD4<Float> {
        let expected = sources * ratio
        let scale = ((expected + target) * 0.5 + 1) * variance
        let difference = target - expected
        let tail = VectorMath.log(difference * difference / (scale * Self.freedom) + 1)
        return Self.logPeak - 0.5 * VectorMath.log(scale) - tail * (0.5 * (Self.freedom + 1))
    }

    /// Fits ratio and variance to weighted pairs of lengths; outliers count for neither.
    mutating func fit(_ samples: [(source: Float, target: Float, weight: Float)]) {
        let kept = samples.filter { error($0.source, $0.target) < 9 * variance }
        let from = kept.reduce(Float(0)) { $0 + $1.weight * $1.source }
        let to = kept.reduce(Float(0)) { $0 + $1.weight * $1.target }
        let weight = kept.reduce(Float(0)) { $0 + $1.weight }
        guard from > 0, to > 0, weight > 0 else { return }
        ratio = to / from
        let errors = kept.reduce(Float(0)) { $0 + $1.weight * error($1.source, $1.target) }
        variance = max(1, errors / weight)
    }

    /// By how many deviations the lengths of a bead differ from what is expected, 0 or more.
    func misfit(_ source: Float, _ target: Float) -> Float {
        (error(source, target) / variance).squareRoot()
    }

    private func error(_ source: Float, _ target: Float) -> Float {
        let difference = target - ratio * source
        return difference * difference / ((ratio * source + target) / 2 + 1)
    }
}
