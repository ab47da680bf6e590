internal import CXML2

/// Reads an XML document node by node by libxml2.
///
/// Nothing is fetched, no DTD is loaded, entities beyond the five of XML are not expanded and libxml2's own limits on
/// depth and size stay on: a hostile document ends in an error, never in a long wait.
final class XMLInput {
    enum Node: Equatable {
        case start(name: String, isEmpty: Bool)
        case end(name: String)
        case text(String)
    }

    private let reader: xmlTextReaderPtr
    // The reader reads from these bytes, so they stay where they are until it is freed.
    private let storage: UnsafeMutableBufferPointer<UInt8>
    private let file: String

    init(_ bytes: [UInt8], file: String) throws(InterchangeError) {
        storage = .allocate(capacity: max(1, bytes.count))
        _ = storage.initialize(from: bytes)
        self.file = file
        xmlResetLastError()
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        let opened = storage.withMemoryRebound(to: CChar.self) {
            xmlReaderForMemory($0.baseAddress, Int32(bytes.count), nil, nil, Int32(options))
        }
        guard let opened, bytes.count <= Int32.max else {
            storage.deallocate()
            throw .malformed(file: file, line: 1, column: 1, reason: "empty, or over 2 GB")
        }
        reader = opened
    }

    deinit {
        xmlFreeTextReader(reader)
        storage.deallocate()
    }

    var line: Int { max(1, Int(xmlTextReaderGetParserLineNumber(reader))) }

    /// The next start, end or text; `nil` at the end of the document.
    func next() throws(InterchangeError) -> Node? {
        while true {
            switch xmlTextReaderRead(reader) {
            case 0: return nil
            case 1: if let node = try node() { return node }
            default: throw fault()
            }
        }
    }

    /// An attribute of the element that was just started.
    func attribute(_ name: String) -> String? {
        guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
        defer { cxml2_free(value) }
        return String(cString: value)
    }

    private func node() throws(InterchangeError) -> Node? {
        switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT.rawValue:
            return .start(name: name, isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
        case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(name: name)
        case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
            XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
            return xmlTextReaderConstValue(reader).map { .text(String(cString: $0)) }
        case XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
            throw InterchangeError.malformed(
                file: file, line: line, column: 1, reason: "entity '&\(name);' is not expanded")
        default: return nil
        }
    }

    private var name: String {
        xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
    }

    private func fault() -> InterchangeError {
        guard let error = xmlGetLastError()?.pointee else {
            return .malformed(file: file, line: line, column: 1, reason: "no well-formed XML")
        }
        let words = error.message.map { String(cString: $0) } ?? "no well-formed XML"
        return .malformed(
            file: file, line: max(1, Int(error.line)), column: max(1, Int(error.int2)),
            reason: words.split(separator: "\n").first.map(String.init) ?? words)
    }
}
