internal import TextCore

extension SRXDocument {
    /// Reads SRX 2.0, and 1.0, whose maps stand inside named groups of maps: all of them are taken.
    ///
    /// - Parameter file: the name that errors carry.
    public init(_ bytes: [UInt8], file: String) throws(InterchangeError) {
        self = try SRXReader(bytes, file: file).read()
    }

    /// The document as SRX 2.0: UTF-8 without a byte-order mark.
    public func xml() throws(InterchangeError) -> [UInt8] { try SRXWriter().write(self) }
}

/// Reads Segmentation Rules eXchange; elements of other vocabularies are passed over.
struct SRXReader {
    private let input: XMLInput
    private let file: String

    init(_ bytes: [UInt8], file: String) throws(InterchangeError) {
        input = try XMLInput(bytes, file: file)
        self.file = file
    }

    func read() throws(InterchangeError) -> SRXDocument {
        guard case .start(let root, let isEmpty)? = try input.next() else {
            throw .notThisFormat(file: file, expected: "SRX", found: "no element")
        }
        guard root == "srx" else {
            throw .notThisFormat(file: file, expected: "SRX", found: "<\(root)>")
        }
        let version = input.attribute("version") ?? ""
        guard version == "2.0" || version == "1.0" else {
            throw fault("version '\(version)' of SRX is not known; 2.0 and 1.0 are")
        }
        var document = SRXDocument(lists: [], maps: [])
        var mapLines: [Int] = []
        if !isEmpty {
            while let node = try input.next(), node != .end(name: "srx") {
                try read(node, into: &document, &mapLines)
            }
        }
        try check(document, mapLines)
        return document
    }

    private func read(
        _ node: XMLInput.Node, into document: inout SRXDocument, _ mapLines: inout [Int]
    ) throws(InterchangeError) {
        switch node {
        case .start("header", _):
            document.segmentsSubflows = try answer("segmentsubflows") ?? true
            document.cascades = try answer("cascade") ?? false
        case .start("formathandle", _): try formatHandle(&document.formatHandling)
        case .start("languagerule", let isEmpty):
            let name = try required("languagerulename")
            if document.lists.contains(where: { $0.name == name }) {
                throw fault("a second languagerule '\(name)'")
            }
            document.lists.append(.init(name: name, rules: isEmpty ? [] : try rules()))
        case .start("languagemap", _):
            document.maps.append(
                .init(
                    pattern: try languagePattern(),
                    name: try required("languagerulename")))
            mapLines.append(input.line)
        default: break
        }
    }

    private func formatHandle(
        _ handling: inout SRXDocument.FormatHandling
    ) throws(InterchangeError) {
        let type = try required("type")
        let includes = try answer("include") ?? true
        switch type {
        case "start": handling.includesStart = includes
        case "end": handling.includesEnd = includes
        case "isolated": handling.includesIsolated = includes
        default: throw fault("formathandle of type '\(type)', not start, end or isolated")
        }
    }

    private func languagePattern() throws(InterchangeError) -> String {
        let pattern = try required("languagepattern")
        do throws(RegularExpression.SyntaxError) { _ = try RegularExpression(pattern) } catch {
            throw fault("languagepattern '\(pattern)': \(error.reason)")
        }
        return pattern
    }

    private func rules() throws(InterchangeError) -> [SRXDocument.Rule] {
        var rules: [SRXDocument.Rule] = []
        while let node = try input.next(), node != .end(name: "languagerule") {
            guard case .start("rule", let isEmpty) = node else { continue }
            var rule = SRXDocument.Rule(
                isBreak: try answer("break") ?? true, before: "", after: "")
            if !isEmpty { try patterns(&rule) }
            rules.append(rule)
        }
        return rules
    }

    private func patterns(_ rule: inout SRXDocument.Rule) throws(InterchangeError) {
        while let node = try input.next(), node != .end(name: "rule") {
            switch node {
            case .start("beforebreak", false): rule.before = try text(of: "beforebreak")
            case .start("afterbreak", false): rule.after = try text(of: "afterbreak")
            default: break
            }
        }
    }

    private func text(of element: String) throws(InterchangeError) -> String {
        var found = ""
        while let node = try input.next(), node != .end(name: element) {
            switch node {
            case .text(let text): found += text
            case .start(let name, _): throw fault("<\(name)> inside <\(element)>")
            case .end: break
            }
        }
        return found
    }

    /// An attribute that is "yes" or "no"; `nil` where it is missing.
    private func answer(_ attribute: String) throws(InterchangeError) -> Bool? {
        switch input.attribute(attribute) {
        case nil: return nil
        case "yes": return true
        case "no": return false
        case let other?: throw fault("\(attribute)=\"\(other)\" is neither yes nor no")
        }
    }

    private func required(_ attribute: String) throws(InterchangeError) -> String {
        guard let value = input.attribute(attribute) else {
            throw fault("attribute '\(attribute)' is missing")
        }
        return value
    }

    /// Every map names a list that is there.
    private func check(_ document: SRXDocument, _ lines: [Int]) throws(InterchangeError) {
        let names = Set(document.lists.map(\.name))
        for (map, line) in zip(document.maps, lines) where !names.contains(map.name) {
            throw .malformed(
                file: file, line: line, column: 1,
                reason: "languagemap names the languagerule '\(map.name)', which is not there")
        }
    }

    private func fault(_ reason: String) -> InterchangeError {
        .malformed(file: file, line: input.line, column: 1, reason: reason)
    }
}
