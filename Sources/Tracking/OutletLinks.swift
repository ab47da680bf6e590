internal import Quotes
internal import TextCore

/// Finds renderings of one utterance by two outlets in one language, whose versions no alignment need tie together: by
/// their wording, the speaker and the date.
struct OutletLinks {
    /// A word that stands in more renderings tells nothing, and would make the search grow faster than the text.
    private static let commonest = 24
    /// So many renderings that share the rarest words are compared letter by letter.
    private static let candidates = 4
    /// Days within which two outlets tell of the same event.
    private static let apart = 7

    private let forms: [SentenceForm]
    private let speakers: [String?]
    private let day: Int?
    private var byWord: [String: [Int]] = [:]

    init(_ renderings: [Rendering], in version: VersionQuotes) {
        forms = renderings.map { rendering in
            SentenceForm(rendering.quotes.map { version.text[$0.span] }.joined(separator: " "))
        }
        speakers = renderings.map { $0.quotes.first?.speaker?.key }
        day = version.day
        for (index, form) in forms.enumerated() {
            for word in Self.words(form) { byWord[word, default: []].append(index) }
        }
    }

    /// Longer words, or pairs of characters where no spaces stand.
    private static func words(_ form: SentenceForm) -> Set<String> {
        var words: Set<String> = []
        for word in form.words.split(separator: " ") {
            let scalars = Array(word.unicodeScalars)
            if scalars.allSatisfy({ $0.value < 0x2E80 }) {
                if scalars.count > 3 { words.insert(String(word)) }
            } else {
                for (first, second) in zip(scalars, scalars.dropFirst()) {
                    words.insert(String(String.UnicodeScalarView([first, second])))
                }
            }
        }
        return words
    }

    /// Pairs of renderings, here and in another version, with how surely they are one utterance.
    func links(to other: OutletLinks) -> [(left: Int, right: Int, score: Double)] {
        if let day, let theirs = other.day, abs(day - theirs) > Self.apart { return [] }
        return forms.indices.flatMap { left in
            other.nearest(to: forms[left]).compactMap { right in
                score(left, other, right).map { (left, right, $0) }
            }
        }
    }

    private func nearest(to form: SentenceForm) -> [Int] {
        var weights: [Int: Double] = [:]
        for word in Self.words(form) {
            guard let here = byWord[word], here.count <= Self.commonest else { continue }
            for index in here { weights[index, default: 0] += 1 / Double(here.count) }
        }
        return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(Self.candidates).map(\.key)
    }

    /// `nil` where the wording is not alike, or other people speak.
    private func score(_ left: Int, _ other: OutletLinks, _ right: Int) -> Double? {
        let (form, theirs) = (forms[left], other.forms[right])
        // One outlet may quote a part of what the other has whole.
        let alike = max(form.similarity(theirs), 0.8 * Self.part(form, theirs))
        var score = alike
        if let a = speakers[left], let b = other.speakers[right] {
            guard a == b else { return nil }
            score += 0.2
        }
        return alike >= 0.6 ? score : nil
    }

    /// The share of the shorter one's letters that the longer one has, where the shorter is long enough to tell.
    private static func part(_ left: SentenceForm, _ right: SentenceForm) -> Double {
        let (short, long) = left.pairs.count < right.pairs.count ? (left, right) : (right, left)
        return short.pairs.count >= 16 ? short.share(in: long) : 0
    }
}
