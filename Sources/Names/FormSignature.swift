/// The grams of a form as 256 bits: two forms that share grams share bits.
///
/// An eighth of the bits is set in a long form, so some are shared by chance; ``likeness(_:)`` takes off so many as two
/// forms that have nothing in common would share.
struct FormSignature: Equatable {
    private var bits: SIMD4<UInt64>

    static let size = 32

    init(_ bits: SIMD4<UInt64>) { self.bits = bits }

    init(_ grams: [UInt32]) {
        bits = SIMD4()
        for gram in grams { bits[Int(gram >> 30)] |= 1 << UInt64(gram >> 24 & 63) }
    }

    var words: [UInt64] { [bits.x, bits.y, bits.z, bits.w] }

    var count: Int { Self.count(bits) }

    private static func count(_ bits: SIMD4<UInt64>) -> Int {
        bits.x.nonzeroBitCount + bits.y.nonzeroBitCount + bits.z.nonzeroBitCount
            + bits.w.nonzeroBitCount
    }

    /// 1 for equal ones, about 0 for such as have nothing in common, and never less.
    func likeness(_ other: FormSignature) -> Float {
        let shared = Float(Self.count(bits & other.bits))
        let product = Float(count * other.count)
        let chance = product / 256
        return max(0, shared - chance) / max(1, product.squareRoot() - chance)
    }
}
