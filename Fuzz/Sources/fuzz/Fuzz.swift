import CFuzzer
import Glibc
import Targets

/// `fuzz TARGET [libFuzzer's options and corpora]`
@main
struct Fuzz {
    // Set once before libFuzzer starts, on the one thread that it runs.
    nonisolated(unsafe) static var target: (any FuzzTarget)?

    static func main() throws {
        let names = FuzzTargets.all.map { $0.name }
        guard CommandLine.arguments.count > 1,
            let chosen = FuzzTargets.all.first(where: { $0.name == CommandLine.arguments[1] })
        else {
            print("usage: fuzz TARGET [OPTION ...]; targets: \(names.joined(separator: " "))")
            exit(2)
        }
        target = try chosen.init()
        let words = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
        var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var argc = CInt(words.count)
        let status = argv.withUnsafeMutableBufferPointer { buffer in
            var base = buffer.baseAddress
            return LLVMFuzzerRunDriver(&argc, &base) { data, size in
                Fuzz.target?.run(Array(UnsafeBufferPointer(start: data, count: size)))
                return 0
            }
        }
        exit(status)
    }
}
