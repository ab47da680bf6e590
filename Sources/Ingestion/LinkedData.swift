internal import FoundationEssentials

/// What schema.org's JSON-LD says of an article.
struct LinkedData {
    private(set) var headline: String?
    private(set) var date: String?
    private(set) var author: String?
    private(set) var outlet: String?
    private(set) var language: String?

    /// Scripts that are no JSON, or nest deeper than any real one, count for nothing.
    init(_ scripts: [String]) {
        for script in scripts {
            guard let value = try? JSONDecoder().decode(Value.self, from: Data(script.utf8)) else {
                continue
            }
            var open = [value]
            while let value = open.popLast() {
                switch value {
                case .array(let values): open += values.reversed()
                case .object(let fields): note(fields, &open)
                default: break
                }
            }
        }
    }

    private mutating func note(_ fields: [String: Value], _ open: inout [Value]) {
        if case .array(let graph)? = fields["@graph"] { open += graph.reversed() }
        let types = fields["@type"]?.strings ?? []
        guard
            types.contains(where: {
                $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "WebPage"
            })
        else { return }
        headline = headline ?? fields["headline"]?.strings.first
        date = date ?? fields["datePublished"]?.strings.first
        language = language ?? fields["inLanguage"]?.strings.first
        author = author ?? fields["author"]?.names
        outlet = outlet ?? fields["publisher"]?.names
    }

    private enum Value: Decodable {
        case string(String)
        case array([Value])
        case object([String: Value])
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let string = try? container.decode(String.self) {
                self = .string(string)
            } else if let array = try? container.decode([Value].self) {
                self = .array(array)
            } else if let object = try? container.decode([String: Value].self) {
                self = .object(object)
            } else {
                self = .other
            }
        }

        /// A string or a list of them.
        var strings: [String] {
            switch self {
            case .string(let string): string.isEmpty ? [] : [string]
            case .array(let values): values.flatMap(\.strings)
            default: []
            }
        }

        /// The names of a person, an organisation or a list of them.
        var names: String? {
            let found: [String] =
                switch self {
                case .string(let string): [string]
                case .array(let values): values.compactMap(\.names)
                case .object(let fields): fields["name"]?.strings ?? []
                case .other: []
                }
            let names = found.filter { !$0.isEmpty && !$0.hasPrefix("http") }
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
    }
}
