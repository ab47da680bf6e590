/// Times two ways of doing one thing in turn, so that a machine that slows down slows both.
struct SideBySide {
    struct Result {
        /// Seconds, the median of the rounds.
        let ours: Double
        let theirs: Double
        /// How many times as fast ours is, the median of the rounds' ratios.
        let ratio: Double
    }

    var rounds = 7

    func run(ours: () -> Void, theirs: () -> Void) -> Result {
        ours()
        theirs()
        var times: [(ours: Double, theirs: Double)] = []
        for _ in 0..<rounds { times.append((seconds(ours), seconds(theirs))) }
        return Result(
            ours: median(times.map(\.ours)), theirs: median(times.map(\.theirs)),
            ratio: median(times.map { $0.theirs / $0.ours }))
    }

    func seconds(_ body: () -> Void) -> Double {
        let duration = ContinuousClock().measure(body)
        return Double(duration.components.seconds)
            + Double(duration.components.attoseconds) * 1e-18
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

extension Double {
    /// With two digits after the point.
    var short: String {
        let hundredths = Int((self * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
