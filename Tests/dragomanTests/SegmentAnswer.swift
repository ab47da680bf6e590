/// What `segment --json` prints.
struct SegmentAnswer: Decodable, Equatable {
    struct Sentence: Decodable, Equatable {
        let start: Int
        let end: Int
        let text: String
    }

    let lang: String
    let sentences: [Sentence]
}
