internal import Glibc

/// Long work's progress on stderr, when that is a terminal; nothing elsewhere.
struct ProgressLine {
    private let label: String
    private var total: Int
    private let isShown = isatty(2) == 1
    private var done = 0
    private var percent = -1

    init(_ label: String, total: Int) {
        self.label = label
        self.total = total
    }

    /// So many are done; written when the percentage moves.
    mutating func show(_ done: Int, of total: Int) {
        self.done = done - 1
        self.total = total
        advance()
    }

    /// One more is done.
    mutating func advance() {
        done += 1
        let now = total == 0 ? 100 : done * 100 / total
        guard isShown, now != percent else { return }
        percent = now
        Console.progress("\r\(label) \(done)/\(total) \(now) %\u{1B}[K")
    }

    /// Takes the line away.
    func finish() { if isShown, percent >= 0 { Console.progress("\r\u{1B}[K") } }
}
