/// Logarithms of four numbers at once, exact to about 1e-5: enough for scores, several times faster than calling libm.
enum VectorMath {
    /// Natural logarithms. Plain definition: `log(x)` of each lane.
    ///
    /// - Precondition: every lane is positive and normal.
    @inline(__always)
    static func log(_ x: SIMD4<Float>) -> SIMD4<Float> {
        let bits = unsafeBitCast(x, to: SIMD4<UInt32>.self)
        let exponent = SIMD4<Float>(truncatingIfNeeded: bits &>> 23) - 127
        let mantissa = unsafeBitCast(
            (bits & 0x007F_FFFF) | 0x3F80_0000, to: SIMD4<Float>.self)
        // With m in 1..<2, log m = 2 artanh((m - 1) / (m + 1)), a series in squares below 1/9.
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var series = square * Float(1.0 / 9) + Float(1.0 / 7)
        series = series * square + Float(1.0 / 5)
        series = series * square + Float(1.0 / 3)
        series = series * square + 1
        return exponent * 0.693_147_18 + series * ratio * 2
    }
}

extension SIMD4<Float> {
    @inline(__always)
    fileprivate init(truncatingIfNeeded other: SIMD4<UInt32>) {
        self = SIMD4<Float>(unsafeBitCast(other, to: SIMD4<Int32>.self))
    }
}
