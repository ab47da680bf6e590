/// How a score is written: at most four digits after the point, so that files stay the same between machines.
enum UnitScore {
    static func text(_ score: Double) -> String {
        let units = Int((min(1, max(0, score)) * 10_000).rounded())
        guard units < 10_000 else { return "1" }
        var digits = String(units)
        digits = String(repeating: "0", count: 4 - digits.count) + digits
        while digits.last == "0", digits.count > 1 { digits.removeLast() }
        return digits == "0" ? "0" : "0." + digits
    }
}
