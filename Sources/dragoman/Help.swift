/// The help texts, made from what the commands declare.
enum Help {
    static func overview(_ commands: [any Command.Type]) -> String {
        let width = (commands.map { $0.name.count }.max() ?? 0) + 2
        let lines = commands.map { "  " + pad($0.name, to: width) + $0.summary }
        return """
            usage: dragoman COMMAND [ARGUMENT ...]

            \(lines.joined(separator: "\n"))

            'dragoman COMMAND --help' shows a command's options with an example;
            'dragoman --version' prints the version.

            """
    }

    static func text(_ command: any Command.Type) -> String {
        var parts = [usage(command), command.summary.capitalisedFirst + ".", options(command)]
        if !command.notes.isEmpty { parts.append(command.notes) }
        parts.append(
            command.examples.map { "example: \($0)" }.joined(separator: "\n"))
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The whole reference as Markdown; `docs/commands.md` is this, and a test compares them.
    static func reference(_ commands: [any Command.Type]) -> String {
        let sections = commands.map { "## \($0.name)\n\n```\n\(text($0))```\n" }
        return "# Commands\n\nMade by `dragoman help --reference`.\n\n"
            + sections.joined(separator: "\n")
    }

    private static func usage(_ command: any Command.Type) -> String {
        command.usage.enumerated().map { index, form in
            (index == 0 ? "usage: " : "       ") + "dragoman " + form
        }.joined(separator: "\n")
    }

    private static func options(_ command: any Command.Type) -> String {
        let all = command.options + Option.common
        let heads = all.map { option in
            option.placeholder.map { "\(option.name) \($0)" } ?? option.name
        }
        let width = (heads.map(\.count).max() ?? 0) + 2
        return zip(all, heads).map { option, head in
            let choices =
                option.choices.isEmpty ? "" : ": " + option.choices.joined(separator: ", ")
            return "  " + pad(head, to: width)
                + wrap(option.summary + choices, indent: width + 2, width: 80)
        }.joined(separator: "\n")
    }

    private static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    /// Breaks at spaces; lines after the first are indented.
    private static func wrap(_ text: String, indent: Int, width: Int) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
