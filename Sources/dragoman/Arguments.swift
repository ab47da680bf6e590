internal import Glibc
internal import TextCore

/// The options and operands of one call.
struct Arguments: Sendable {
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]
    private var flags: Set<String> = []

    /// - Parameter options: those that the command knows; `--option VALUE` or `--option=VALUE`, `--` ends them.
    init(_ words: [String], options: [Option]) throws(UsageError) {
        var rest = words[...]
        while let written = rest.popFirst() {
            // The one short form, which every compiler and converter has.
            let word = written == "-o" ? "--out" : written
            if word == "--" {
                operands += rest
                return
            }
            guard word.hasPrefix("--") else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard let option = options.first(where: { $0.name == parts[0] }) else {
                let near = EditDistance.nearest(to: parts[0], in: options.map(\.name))
                throw UsageError(
                    "unknown option '\(parts[0])'",
                    hint: near.map { "did you mean '\($0)'?" }
                        ?? "'--help' lists the options of this command")
            }
            if option.isFlag {
                guard parts.count == 1 else { throw UsageError("\(option.name) takes no value") }
                flags.insert(option.name)
            } else {
                guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                    throw UsageError("\(option.name) needs a value")
                }
                try Self.check(value, option)
                values[option.name, default: []].append(value)
            }
        }
    }

    /// Without the first operand, which told what to do.
    func droppingFirst() -> Arguments {
        var rest = self
        rest.operands = Array(operands.dropFirst())
        return rest
    }

    /// What an option was given; the last of several.
    func value(_ option: String) -> String? { values[option]?.last }
    /// All that an option was given, in order.
    func values(_ option: String) -> [String] { values[option] ?? [] }
    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// An option's value as a language; `nil` when it was not given.
    func language(_ option: String = "--lang") throws(UsageError) -> LanguageTag? {
        guard let written = value(option) else { return nil }
        return try Self.language(written)
    }

    static func language(_ written: String) throws(UsageError) -> LanguageTag {
        guard let tag = LanguageTag(written) else {
            throw UsageError(
                "'\(written)' is not a BCP 47 language tag", hint: "such as en, uk or zh-Hant")
        }
        return tag
    }

    /// The language of a record, which may leave it out or empty.
    static func language(ofRecord written: String?) throws(UsageError) -> LanguageTag {
        guard let written, !written.isEmpty else { return .undetermined }
        return try language(written)
    }

    /// A whole number of at least one; `nil` when the option was not given.
    func count(_ option: String) throws(UsageError) -> Int? {
        guard let written = value(option) else { return nil }
        guard let number = Int(written), number > 0 else {
            throw UsageError("\(option) takes a whole number from 1, not '\(written)'")
        }
        return number
    }

    /// `--jobs`, or as many as there are cores.
    func jobs() throws(UsageError) -> Int {
        try count("--jobs") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    private static func check(_ value: String, _ option: Option) throws(UsageError) {
        guard !option.choices.isEmpty, !option.choices.contains(value) else { return }
        throw UsageError(
            "\(option.name) does not take '\(value)'",
            hint: EditDistance.hint(for: value, among: option.choices))
    }
}
