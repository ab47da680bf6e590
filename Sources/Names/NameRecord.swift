public import TextCore

/// A name as the matcher, the index and the keyer see it.
public struct NameRecord: Sendable {
    /// NFC, as it was given.
    public let written: String
    public let language: LanguageTag
    /// The script of most letters; `nil` for a name without letters.
    public let script: Script?
    public let tokens: [NameToken]
    /// The likeliest first; empty for a name without letters.
    public let readings: [NameReading]
    /// The name folded and without separators: what decides between names that sound alike in one script.
    let folded: [UInt32]
    /// The number of the language's costs within the reader that made the record.
    let costs: Int

    /// The skeleton key of each token of the likeliest reading.
    public func skeletons(_ table: SoundTable) -> [String] {
        readings.first?.skeletons(table) ?? []
    }
}
