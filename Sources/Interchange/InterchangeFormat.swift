public import TextCore

/// The file formats that translation units are read from and written to.
public enum InterchangeFormat: String, CaseIterable, Sendable {
    /// Translation Memory eXchange 1.4b (LISA OSCAR, 2005).
    case tmx
    /// A header line with the languages, then a unit a line.
    case tsv
    /// A JSON object a line.
    case jsonl

    /// The format that a file's name ends in.
    public init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
    }

    /// - Parameter source: the language that the units were translated from, where a format wants to know.
    public func write(
        _ units: [TranslationUnit], source: LanguageTag?
    ) throws(InterchangeError) -> [UInt8] {
        switch self {
        case .tmx: try TMXWriter(source: source).write(units)
        case .tsv: TabSeparatedUnits.write(units)
        case .jsonl: try JSONLinesUnits.write(units)
        }
    }

    /// - Parameter file: the name that errors carry.
    public func read(
        _ bytes: [UInt8], file: String
    ) throws(InterchangeError) -> [TranslationUnit] {
        switch self {
        case .tmx: try TMXReader(file: file).read(bytes)
        case .tsv: try TabSeparatedUnits.read(bytes, file: file)
        case .jsonl: try JSONLinesUnits.read(bytes, file: file)
        }
    }
}
