/// A parser that must stand any bytes. What it gives is checked where something must hold of it; a fault traps.
public protocol FuzzTarget {
    static var name: String { get }
    init() throws
    func run(_ bytes: [UInt8])
}

/// All targets, by name.
public enum FuzzTargets {
    public static var all: [any FuzzTarget.Type] {
        [
            SegmenterTarget.self, StreamTarget.self, PageTarget.self, PlainTextTarget.self,
            MarkupTarget.self, CorpusTarget.self, UnitsTarget.self, RulesTarget.self,
            AbbreviationsTarget.self, RecordsTarget.self, GlossaryTarget.self,
            DictionaryTarget.self, LexiconTarget.self, VectorsTarget.self,
        ]
    }
}

/// Reads choices off the start of the input.
struct Choices {
    var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }
    mutating func one<Element>(of all: [Element]) -> Element { all[byte() % all.count] }
}
