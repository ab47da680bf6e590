/// Runs the benchmarks of the areas that are named, or of all, and prints ratios measured side by side in one run.
@main
struct Benchmarks {
    static var areas: [any BenchmarkArea.Type] {
        [
            SegmentationBenchmark.self, AlignmentBenchmark.self, QuotesBenchmark.self,
            CorpusBenchmark.self,
        ]
    }

    static func main() throws {
        let wanted = CommandLine.arguments.dropFirst()
        let known = areas.map { $0.name }
        for name in wanted where !known.contains(name) {
            print("unknown area '\(name)'; one of: \(known.joined(separator: " "))")
        }
        for area in areas where wanted.isEmpty || wanted.contains(area.name) {
            print("## \(area.name)")
            try area.run()
        }
    }
}

/// The benchmarks of one room of the house.
protocol BenchmarkArea {
    static var name: String { get }
    static func run() throws
}
