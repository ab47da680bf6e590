internal import CXML2

/// HTML into a ``PageTree`` by libxml2's recovering parser, without network and without libxml2's own tree.
///
/// The parser reports elements one by one, so memory stays near the page's own size and nothing recurses.
enum PageParser {
    /// Deeper elements are cut off: libxml2 looks through all open elements at each stray end tag, so that the product
    /// of depth and length must stay small.
    static let maximumDepth = 2048

    /// - Parameter html: UTF-8; ill-formed bytes and NULs have been replaced.
    static func parse(_ html: [UInt8]) -> PageTree {
        let builder = PageTreeBuilder()
        guard !html.isEmpty, html.count < Int(Int32.max), let context = htmlNewParserCtxt() else {
            return builder.tree
        }
        defer { htmlFreeParserCtxt(context) }
        install(in: context)
        context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
        builder.stop = { xmlStopParser(context) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue
        html.withUnsafeBytes { buffer in
            let start = buffer.bindMemory(to: CChar.self).baseAddress
            let document = htmlCtxtReadMemory(
                context, start, Int32(buffer.count), nil, "UTF-8", Int32(options))
            if let document { xmlFreeDoc(document) }
        }
        builder.stop = nil
        builder.close()
        return builder.tree
    }

    private static func install(in context: htmlParserCtxtPtr) {
        guard let handler = context.pointee.sax else { return }
        var sax = xmlSAXHandler()
        sax.startElement = { context, name, attributes in
            PageTreeBuilder.from(context)?.start(name, attributes)
        }
        sax.endElement = { context, name in PageTreeBuilder.from(context)?.end(name) }
        sax.characters = { context, text, count in
            PageTreeBuilder.from(context)?.text(text, count)
        }
        sax.ignorableWhitespace = { context, text, count in
            PageTreeBuilder.from(context)?.text(text, count)
        }
        sax.cdataBlock = { context, text, count in
            PageTreeBuilder.from(context)?.text(text, count)
        }
        handler.pointee = sax
    }
}

/// Takes what libxml2 reports and lays it down flat.
final class PageTreeBuilder {
    private(set) var tree = PageTree()
    private var open: [Int32] = []
    private var names: [UnsafePointer<UInt8>: PageTag] = [:]
    var stop: (() -> Void)?

    static func from(_ context: UnsafeMutableRawPointer?) -> PageTreeBuilder? {
        context.map { Unmanaged<PageTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(
        _ name: UnsafePointer<UInt8>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        guard let name else { return }
        let tag = tag(name)
        let first = Int32(tree.attributes.count)
        read(attributes)
        let index = Int32(tree.nodes.count)
        tree.nodes.append(
            .init(
                tag: tag, parent: open.last ?? -1, end: index + 1, start: first,
                stop: Int32(tree.attributes.count)))
        open.append(index)
        if open.count > PageParser.maximumDepth || tree.bytes.count > 1 << 30 {
            tree.isCut = true
            stop?()
        }
    }

    func end(_ name: UnsafePointer<UInt8>?) {
        guard let index = open.popLast() else { return }
        tree.nodes[Int(index)].end = Int32(tree.nodes.count)
    }

    func text(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
        guard let text, count > 0 else { return }
        let start = Int32(tree.bytes.count)
        tree.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
        let stop = Int32(tree.bytes.count)
        // libxml2 reports a long text in pieces; one node is enough.
        if let last = tree.nodes.last, last.tag == .text, last.parent == open.last ?? -1,
            last.stop == start
        {
            tree.nodes[tree.nodes.count - 1].stop = stop
            return
        }
        let index = Int32(tree.nodes.count)
        tree.nodes.append(
            .init(tag: .text, parent: open.last ?? -1, end: index + 1, start: start, stop: stop))
    }

    func close() {
        while let index = open.popLast() {
            tree.nodes[Int(index)].end = Int32(tree.nodes.count)
        }
    }

    /// libxml2 keeps each name once in a dictionary, so the address tells.
    private func tag(_ name: UnsafePointer<UInt8>) -> PageTag {
        if let known = names[name] { return known }
        let tag = PageTag.names[String(cString: name)] ?? .other
        names[name] = tag
        return tag
    }

    private func read(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        guard var next = attributes else { return }
        while let name = next[0] {
            if let known = PageTree.AttributeName.names[String(cString: name)] {
                let start = Int32(tree.bytes.count)
                if let value = next[1] {
                    tree.bytes.append(
                        contentsOf: UnsafeBufferPointer(start: value, count: Self.length(value)))
                }
                tree.attributes.append(
                    .init(name: known, start: start, end: Int32(tree.bytes.count)))
            }
            next += 2
        }
    }

    private static func length(_ text: UnsafePointer<UInt8>) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }
}
