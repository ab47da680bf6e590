internal import CXML2

/// Writes an XML document into memory by libxml2: UTF-8 without a byte-order mark.
final class XMLOutput {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr

    init() throws(InterchangeError) {
        guard let buffer = xmlBufferCreate() else { throw .outOfMemory }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw .outOfMemory
        }
        self.buffer = buffer
        self.writer = writer
        xmlTextWriterStartDocument(writer, nil, "UTF-8", nil)
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    func docType(_ name: String, system: String) {
        xmlTextWriterWriteDTD(writer, name, nil, system, nil)
        xmlTextWriterWriteRaw(writer, "\n")
    }

    /// A processing instruction on a line of its own.
    func instruction(_ target: String, _ content: String) {
        xmlTextWriterWritePI(writer, target, content)
        xmlTextWriterWriteRaw(writer, "\n")
    }

    /// - Parameter indent: how many spaces stand before the start tag on a line of its own; `nil` for within a line.
    func element(
        _ name: String, _ attributes: [(String, String)] = [], indent: Int? = nil,
        _ content: () -> Void = {}
    ) {
        if let indent { breakLine(indent) }
        xmlTextWriterStartElement(writer, name)
        for (key, value) in attributes {
            xmlTextWriterWriteAttribute(writer, key, Self.allowed(value))
        }
        content()
        xmlTextWriterEndElement(writer)
    }

    func text(_ text: String) { xmlTextWriterWriteString(writer, Self.allowed(text)) }

    func breakLine(_ indent: Int) {
        xmlTextWriterWriteRaw(writer, "\n" + String(repeating: " ", count: indent))
    }

    /// Ends the document and gives its bytes.
    func finish() -> [UInt8] {
        xmlTextWriterEndDocument(writer)
        xmlTextWriterFlush(writer)
        guard let content = xmlBufferContent(buffer) else { return [] }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    /// The text with U+FFFD for what XML 1.0 forbids: control characters, U+FFFE and U+FFFF.
    static func allowed(_ text: String) -> String {
        guard !text.unicodeScalars.allSatisfy(isAllowed) else { return text }
        var clean = String.UnicodeScalarView()
        clean.append(contentsOf: text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" })
        return String(clean)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
