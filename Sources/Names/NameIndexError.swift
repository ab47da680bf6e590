/// Why bytes are no index that can be used.
public enum NameIndexError: Error, Hashable, Sendable {
    case notAnIndex
    /// Made by a program that files names in another way.
    case otherVersion(found: Int, wanted: Int)
    /// So many bytes should be there.
    case truncated(bytes: Int, expected: Int)
    /// - Parameter place: the offset of the byte, or the start of the part, that is not what was written.
    case damaged(place: Int, part: String)
    case tooLarge(what: String)
    /// The files that an index is built in could not be written or read.
    case storage(reason: String)
}

extension NameIndexError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAnIndex: "not an index of names"
        case .otherVersion(let found, let wanted):
            "an index of version \(found), where this program reads version \(wanted)"
        case .truncated(let bytes, let expected):
            "cut off at byte \(bytes) of \(expected)"
        case .damaged(let place, let part): "damaged at byte \(place), in the \(part)"
        case .tooLarge(let what): "too large for an index: \(what)"
        case .storage(let reason): reason
        }
    }
}
