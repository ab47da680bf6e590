internal import Glibc

/// Where this program lies, links followed.
enum ExecutablePath {
    static var current: String {
        guard let path = realpath("/proc/self/exe", nil) else {
            return CommandLine.arguments.first ?? ""
        }
        defer { free(path) }
        return String(cString: path)
    }
}
