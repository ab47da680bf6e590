internal import CXML2

/// Builds a page's tree from the events of libxml2's recovering HTML parser.
///
/// Only events are used, never libxml2's own tree: no limit on depth, no second copy, and no network access.
final class PageTreeBuilder {
    private var tree = PageTree()
    private var open: [Int32] = []
    private var scriptDepth = 0
    private var isLinkedData = false
    private var isTitle = false
    private let hints: PageHints

    /// More elements than any real page has; a hostile one is cut off there.
    private static let mostNodes = 4_000_000

    private init(hints: PageHints) { self.hints = hints }

    /// - Parameter bytes: UTF-8; over 2 GB the rest is left out.
    static func tree(of bytes: [UInt8], hints: PageHints) -> PageTree {
        let builder = PageTreeBuilder(hints: hints)
        guard !bytes.isEmpty, let context = htmlNewParserCtxt() else { return builder.tree }
        defer { htmlFreeParserCtxt(context) }
        var handler = htmlSAXHandler()
        handler.initialized = 1
        handler.startElement = { state, name, attributes in
            PageTreeBuilder.from(state)?.start(name, attributes)
        }
        handler.endElement = { state, name in PageTreeBuilder.from(state)?.end() }
        handler.characters = { state, text, count in
            PageTreeBuilder.from(state)?.characters(text, count)
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = { state, text, count in
            PageTreeBuilder.from(state)?.characters(text, count)
        }
        context.pointee.sax.pointee = handler
        context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue
        withExtendedLifetime(builder) {
            bytes.withUnsafeBytes { buffer in
                let chars = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                let count = Int32(clamping: buffer.count)
                let document = htmlCtxtReadMemory(
                    context, chars, count, nil, "UTF-8", Int32(options))
                xmlFreeDoc(document)
            }
        }
        return builder.finish()
    }

    private static func from(_ state: UnsafeMutableRawPointer?) -> PageTreeBuilder? {
        state.map { Unmanaged<PageTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    private func finish() -> PageTree {
        while !open.isEmpty { end() }
        return tree
    }

    private func start(
        _ name: UnsafePointer<xmlChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        let tag = name.map { PageTag.named(String(cString: $0)) } ?? .inline
        guard tree.nodes.count < Self.mostNodes else { return open.append(-1) }
        let attributes = PageAttributes(attributes)
        open.append(Int32(tree.nodes.count))
        add(tag, attributes.mark(tag, hints), textStart: tree.text.count)
        switch tag {
        case .html: tree.metadata.language = tree.metadata.language ?? attributes.language
        case .title: isTitle = tree.metadata.title.isEmpty
        case .script:
            isLinkedData = attributes.type?.contains("ld+json") == true
            if isLinkedData { tree.metadata.linkedData.append("") }
        case .meta: tree.metadata.note(meta: attributes)
        case .link: tree.metadata.note(link: attributes)
        case .time: if let time = attributes.datetime { tree.metadata.times.append(time) }
        default: break
        }
        if attributes.itemprop == "datepublished",
            let date = attributes.datetime ?? attributes.content
        {
            tree.metadata.properties["datepublished"] =
                tree.metadata.properties["datepublished"] ?? date
        }
    }

    private func end() {
        guard let index = open.popLast(), index >= 0 else { return }
        tree.nodes[Int(index)].end = Int32(tree.nodes.count)
        isTitle = false
        isLinkedData = false
    }

    private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let text, count > 0, tree.nodes.count < Self.mostNodes else { return }
        let bytes = UnsafeBufferPointer(start: text, count: Int(count))
        if isLinkedData, let last = tree.metadata.linkedData.indices.last {
            tree.metadata.linkedData[last] += String(decoding: bytes, as: UTF8.self)
            return
        }
        if isTitle { tree.metadata.title += String(decoding: bytes, as: UTF8.self) }
        let start = tree.text.count
        guard start + bytes.count < Int32.max else { return }
        tree.text.append(contentsOf: bytes)
        add(.text, .none, textStart: start)
    }

    private func add(_ tag: PageTag, _ mark: PageMark, textStart: Int) {
        let parent = tag == .text ? open.last ?? -1 : open.dropLast().last ?? -1
        tree.nodes.append(
            PageTree.Node(
                tag: tag, parent: parent, end: Int32(tree.nodes.count + 1),
                textStart: Int32(textStart), textEnd: Int32(tree.text.count), mark: mark))
    }
}
