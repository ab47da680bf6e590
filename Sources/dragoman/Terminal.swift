internal import Glibc
internal import TextCore

/// What stdout can show: its width, whether a person reads it, and colour.
struct Terminal: Sendable {
    enum Paint: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case blue = "34"
        case cyan = "36"
    }

    /// Columns; 80 where that is not known.
    let width: Int
    /// False in a pipe: then tab-separated lines without headers.
    let isInteractive: Bool
    private let hasColour: Bool

    /// Follows `--color`, then `NO_COLOR`, then whether stdout is a terminal.
    init(_ arguments: Arguments) {
        isInteractive = isatty(1) == 1
        var size = winsize()
        let known = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        width = known ? Int(size.ws_col) : 80
        switch arguments.value("--color") {
        case "always": hasColour = true
        case "never": hasColour = false
        default:
            let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
            hasColour = isInteractive && !refused
        }
    }

    func paint(_ text: String, _ paint: Paint) -> String {
        hasColour && !text.isEmpty ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
    }
}
