/// `dragoman completions`
struct CompletionsCommand: Command {
    static let name = "completions"
    static let summary = "print completions for a shell"
    static let usage = ["completions bash | zsh | fish"]
    static let options: [Option] = []
    static let notes = """
        Load them at the start of a shell:
          bash  source <(dragoman completions bash)
          zsh   source <(dragoman completions zsh)
          fish  dragoman completions fish | source
        """
    static let examples = ["dragoman completions bash > dragoman.bash"]

    static func run(_ arguments: Arguments) throws -> Int32 {
        switch arguments.operands.first {
        case "bash": Console.out(bash)
        case "zsh": Console.out(zsh)
        case "fish": Console.out(fish)
        case let other:
            throw UsageError(
                other.map { "no completions for '\($0)'" } ?? "which shell?",
                hint: "one of: bash zsh fish")
        }
        return 0
    }

    private static var names: String { Dragoman.commands.map { $0.name }.joined(separator: " ") }

    private static func words(_ command: any Command.Type) -> String {
        (command.options + Option.common).map(\.name).joined(separator: " ")
    }

    private static var bash: String {
        let cases = Dragoman.commands.map { "    \($0.name)) words='\(words($0))' ;;" }
        return """
            _dragoman() {
              local word=${COMP_WORDS[COMP_CWORD]} words=
              if [ "$COMP_CWORD" = 1 ]; then
                COMPREPLY=($(compgen -W '\(names)' -- "$word"))
                return
              fi
              case ${COMP_WORDS[1]} in
            \(cases.joined(separator: "\n"))
              esac
              case $word in
                -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
                *) COMPREPLY=($(compgen -f -- "$word")) ;;
              esac
            }
            complete -o filenames -F _dragoman dragoman

            """
    }

    private static var zsh: String {
        let list = Dragoman.commands.map { "    '\($0.name):\(zshQuoted($0.summary))'" }
        let cases = Dragoman.commands.map { command in
            let options = (command.options + Option.common).map { option -> String in
                let value = option.isFlag ? "" : ":value:" + zshValues(option)
                return "'\(option.name)[\(zshQuoted(option.summary))]\(value)'"
            }
            return
                "    \(command.name)) _arguments \(options.joined(separator: " ")) '*:file:_files' ;;"
        }
        return """
            #compdef dragoman
            _dragoman() {
              local -a commands
              commands=(
            \(list.joined(separator: "\n"))
              )
              if (( CURRENT == 2 )); then
                _describe command commands
                return
              fi
              local name=$words[2]
              shift words
              (( CURRENT-- ))
              case $name in
            \(cases.joined(separator: "\n"))
              esac
            }
            compdef _dragoman dragoman

            """
    }

    private static func zshValues(_ option: Option) -> String {
        option.choices.isEmpty ? "_files" : "(\(option.choices.joined(separator: " ")))"
    }

    /// Brackets, colons and single quotes mean something to `_arguments`.
    private static func zshQuoted(_ text: String) -> String {
        String(
            text.flatMap { "[]:".contains($0) ? ["\\", $0] : $0 == "'" ? Array("'\\''") : [$0] })
    }

    private static var fish: String {
        var lines = ["complete -c dragoman -f"]
        for command in Dragoman.commands {
            lines.append(
                "complete -c dragoman -n __fish_use_subcommand -a \(command.name) -d \"\(command.summary)\""
            )
            for option in command.options + Option.common {
                let value = option.isFlag ? "" : " -r"
                let choices =
                    option.choices.isEmpty ? "" : " -a '\(option.choices.joined(separator: " "))'"
                lines.append(
                    "complete -c dragoman -n '__fish_seen_subcommand_from \(command.name)' -F"
                        + " -l \(option.name.dropFirst(2))\(value)\(choices) -d \"\(option.summary)\""
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
