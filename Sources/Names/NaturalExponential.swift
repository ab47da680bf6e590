/// eˣ without the C library, which an analyser does not import: halving the argument until the series is short.
enum NaturalExponential {
    static func of(_ x: Double) -> Double {
        let bounded = max(-60, min(60, x))
        let part = bounded / 1024
        var power = 1 + part * (1 + part / 2 * (1 + part / 3))
        for _ in 0..<10 { power *= power }
        return power
    }
}
