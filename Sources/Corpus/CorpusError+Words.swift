extension CorpusError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noCorpus(let start):
            "no corpus here (looked for corpus.json in \(start) and above)"
        case .alreadyThere(let path): "\(path): there is a corpus already"
        case .badSlug(let slug): "'\(slug)' cannot name an article"
        case .badVersionKey(let key): "'\(key)' cannot name a version"
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .unwritable(let file, let reason): "\(file): cannot be written: \(reason)"
        case .malformedJSON(let place, let reason): "\(place): \(reason)"
        case .unexpected(let place, let expected): "\(place): expected \(expected)"
        case .newerSchema(let file, let found, let known):
            "\(file): schema \(found) is newer than this program, which knows \(known)"
        case .noArticle(let slug, _): "no article '\(slug)' in this corpus"
        case .noVersion(let slug, let key, _): "'\(slug)' has no version '\(key)'"
        case .emptyText(let slug, let key): "'\(slug)' would get a version '\(key)' without text"
        case .busy(let path): "\(path): another process has been writing for too long"
        case .index(let reason): "the index cannot be used: \(reason)"
        }
    }

    /// What the user can do about it; `nil` where the message says it all.
    public var nextStep: String? {
        switch self {
        case .noCorpus: "make one with 'dragoman init'"
        case .alreadyThere: "use it as it is, or name another folder"
        case .badSlug:
            "letters without capitals, digits and single hyphens, at most 120 bytes, such as 'visit-to-rome'"
        case .badVersionKey: "a language tag, or a tag and an outlet, such as 'en' or 'en.tass'"
        case .unreadable, .unwritable: "look at the permissions, and whether it is a file"
        case .malformedJSON, .unexpected:
            "mend the file by hand; the rest of the corpus is unaffected"
        case .newerSchema: "use a newer dragoman"
        case .noArticle(_, let near):
            near.map { "did you mean '\($0)'?" } ?? "'dragoman status' lists the articles"
        case .noVersion(_, _, let known):
            known.isEmpty
                ? "add one with 'dragoman add'" : "it has \(known.joined(separator: ", "))"
        case .emptyText: "give a file with text in it"
        case .busy: "try again when it is done"
        case .index: "delete .dragoman/index.sqlite; it is built anew"
        }
    }

    /// The file that the error is about, where it is about one.
    public var file: String? {
        switch self {
        case .unreadable(let file, _), .unwritable(let file, _), .newerSchema(let file, _, _): file
        case .malformedJSON(let place, _), .unexpected(let place, _): place.file
        default: nil
        }
    }
}
