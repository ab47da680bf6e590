/// The linked-data formats that quotes are written in; all are JSON-LD 1.1.
public enum QuotationFormat: String, CaseIterable, Sendable {
    /// schema.org `Quotation`.
    case quotation = "quotation-jsonld"
    /// W3C Web Annotation, with a position and a quote selector for each.
    case webAnnotation = "web-annotation"
    /// W3C PROV-O: the way of the words, step by step.
    case provenance = "prov"

    /// - Parameter records: in the order in which they are written.
    public func write(_ records: [QuotationRecord]) throws(InterchangeError) -> [UInt8] {
        switch self {
        case .quotation: try SchemaQuotations(records).document.document()
        case .webAnnotation: try WebAnnotations(records).document.document()
        case .provenance: try ProvenanceGraph(records).document.document()
        }
    }
}
