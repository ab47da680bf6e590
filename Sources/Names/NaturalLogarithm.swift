/// The natural logarithm without the C library, which an analyser does not import.
enum NaturalLogarithm {
    /// - Parameter x: above 0; others give the logarithm of the least normal number.
    static func of(_ x: Float) -> Float {
        guard x > 0, x.isFinite, x.isNormal else { return -87.336 }
        // x = 2^e · m with m in [1, 2); ln m = 2 artanh((m - 1) / (m + 1)).
        let m = Double(x.significand)
        let t = (m - 1) / (m + 1)
        let s = t * t
        let series = 1 + s * (1.0 / 3 + s * (1.0 / 5 + s * (1.0 / 7 + s * (1.0 / 9 + s / 11))))
        return Float(Double(x.exponent) * 0.693147180559945 + 2 * t * series)
    }
}
