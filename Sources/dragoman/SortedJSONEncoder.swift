/// Writes any encodable value as one line of JSON with sorted keys: byte for byte what `JSONEncoder` writes, which
/// takes longer for an answer than the analysis that it tells of.
struct SortedJSONEncoder {
    static func encode(_ value: any Encodable) throws -> [UInt8] {
        var out: [UInt8] = []
        try Node.append(value, to: &out)
        return out
    }

    /// A value that is being written: nothing, a scalar, an array or an object.
    fileprivate final class Node {
        enum Kind { case empty, scalar, array, object }

        /// A part of `bytes`, or a container that somebody may still be writing to.
        struct Item {
            let key: String
            let range: Range<Int>
            let node: Node?
        }

        private(set) var kind = Kind.empty
        private var bytes: [UInt8] = []
        private var items: [Item] = []

        var count: Int { items.count }

        func open(_ kind: Kind) { if self.kind == .empty { self.kind = kind } }

        func setScalar(_ write: (inout [UInt8]) throws -> Void) rethrows {
            kind = .scalar
            bytes.removeAll(keepingCapacity: true)
            try write(&bytes)
        }

        func add(_ key: String, _ write: (inout [UInt8]) throws -> Void) rethrows {
            let start = bytes.count
            try write(&bytes)
            items.append(Item(key: key, range: start..<bytes.count, node: nil))
        }

        func addNode(_ key: String) -> Node {
            let node = Node()
            items.append(Item(key: key, range: 0..<0, node: node))
            return node
        }

        static func append(_ value: some Encodable, to out: inout [UInt8]) throws {
            let node = Node()
            try value.encode(to: NodeEncoder(node: node))
            node.finish(&out)
        }

        func finish(_ out: inout [UInt8]) {
            switch kind {
            case .empty: out += "{}".utf8
            case .scalar: out += bytes
            case .array:
                out.append(UInt8(ascii: "["))
                for (index, item) in items.enumerated() {
                    if index > 0 { out.append(UInt8(ascii: ",")) }
                    finish(item, &out)
                }
                out.append(UInt8(ascii: "]"))
            case .object:
                out.append(UInt8(ascii: "{"))
                for (index, item) in items.sorted(by: { $0.key < $1.key }).enumerated() {
                    if index > 0 { out.append(UInt8(ascii: ",")) }
                    JSONText.append(item.key, to: &out)
                    out.append(UInt8(ascii: ":"))
                    finish(item, &out)
                }
                out.append(UInt8(ascii: "}"))
            }
        }

        private func finish(_ item: Item, _ out: inout [UInt8]) {
            if let node = item.node { node.finish(&out) } else { out += bytes[item.range] }
        }
    }
}

extension JSONWriting {
    /// Only in JSON with sorted keys.
    func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? NodeEncoder else {
            throw EncodingError.invalidValue(
                self, .init(codingPath: [], debugDescription: "written by SortedJSONEncoder alone"))
        }
        var sheet = JSONSheet()
        write(to: &sheet)
        encoder.node.setScalar { $0 += sheet.bytes }
    }
}

private typealias Node = SortedJSONEncoder.Node

extension SortedJSONEncoder.Node {
    fileprivate static func appendNumber(
        _ value: some FloatingPoint & LosslessStringConvertible, to out: inout [UInt8]
    ) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "JSON has no such number"))
        }
        JSONText.append(value, to: &out)
    }
}

/// Where a value's `encode(to:)` writes.
private struct NodeEncoder: Encoder {
    let node: Node
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.open(.object)
        return KeyedEncodingContainer(KeyedNode<Key>(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.open(.array)
        return UnkeyedNode(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleNode(node: node) }
}

private struct KeyedNode<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { node.add(key.stringValue) { $0 += "null".utf8 } }
    func encode(_ value: Bool, forKey key: Key) {
        node.add(key.stringValue) { $0 += value.description.utf8 }
    }
    func encode(_ value: String, forKey key: Key) {
        node.add(key.stringValue) { JSONText.append(value, to: &$0) }
    }
    func encode(
        _ value: some FloatingPoint & LosslessStringConvertible & Encodable, forKey key: Key
    ) throws {
        try node.add(key.stringValue) { try Node.appendNumber(value, to: &$0) }
    }
    func encode(_ value: some BinaryInteger & Encodable, forKey key: Key) {
        node.add(key.stringValue) { $0 += value.description.utf8 }
    }
    func encode(_ value: some Encodable, forKey key: Key) throws {
        try node.add(key.stringValue) { try Node.append(value, to: &$0) }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        superEncoder(forKey: key).container(keyedBy: keyType)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { NodeEncoder(node: node.addNode("super")) }
    func superEncoder(forKey key: Key) -> any Encoder {
        NodeEncoder(node: node.addNode(key.stringValue))
    }
}

private struct UnkeyedNode: UnkeyedEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }
    var count: Int { node.count }

    func encodeNil() { node.add("") { $0 += "null".utf8 } }
    func encode(_ value: some Encodable) throws {
        try node.add("") { try Node.append(value, to: &$0) }
    }
    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> { superEncoder().container(keyedBy: keyType) }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        superEncoder().unkeyedContainer()
    }
    func superEncoder() -> any Encoder { NodeEncoder(node: node.addNode("")) }
}

private struct SingleNode: SingleValueEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { node.setScalar { $0 += "null".utf8 } }
    func encode(_ value: Bool) { node.setScalar { $0 += value.description.utf8 } }
    func encode(_ value: String) { node.setScalar { JSONText.append(value, to: &$0) } }
    func encode(
        _ value: some FloatingPoint & LosslessStringConvertible & Encodable
    ) throws {
        try node.setScalar { try Node.appendNumber(value, to: &$0) }
    }
    func encode(_ value: some BinaryInteger & Encodable) {
        node.setScalar { $0 += value.description.utf8 }
    }
    /// A value that stands for another writes that one in its own place.
    func encode(_ value: some Encodable) throws { try value.encode(to: NodeEncoder(node: node)) }
}
