internal import Corpus
internal import LocaleData

/// Why a service could not do what was asked, with what the user can do about it.
public struct WorkbenchError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String
    public let hint: String?

    public init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    init(_ error: CorpusError) { self.init("\(error)", hint: error.nextStep) }

    init(_ error: LocaleDataError) {
        self.init("\(error)", hint: "'dragoman locales check' looks at all locale data")
    }

    public var description: String { message }

    /// Runs what may fail on the corpus.
    static func wrap<Result>(_ body: () throws(CorpusError) -> Result) throws(WorkbenchError)
        -> Result
    {
        do throws(CorpusError) { return try body() } catch { throw WorkbenchError(error) }
    }
}
