internal import LocaleData
internal import TextCore

/// Finds the person or body that a speaker's mention means, among the names that were found in the text.
struct SpeakerResolver {
    let text: Text
    let profile: LocaleProfile
    /// In text order.
    let mentions: [Mention]
    let lexicon: QuoteLexicon
    private let keys: MentionKeys
    /// Somebody who was named with a role, and the words around the name.
    private struct Holder {
        let mention: Mention
        let words: Set<String>
    }

    /// What is told of people beside their names.
    private struct Roles {
        /// By role word, in text order.
        var holders: [String: [Holder]] = [:]
        /// By the person's key.
        var genders: [String: WordClasses] = [:]
    }

    // Read when they are first asked for: most speakers are named where they speak.
    private lazy var roles = collectRoles()
    /// By a part of the name, lower case: the first who was named with it, and whether somebody else was, too.
    private lazy var bearers = collectParts()

    init(
        text: Text, profile: LocaleProfile, mentions: [Mention], lexicon: QuoteLexicon,
        key: ((String) -> String)? = nil
    ) {
        keys = MentionKeys(key)
        self.text = text
        self.profile = profile
        self.lexicon = lexicon
        self.mentions = mentions.sorted { $0.span < $1.span }
    }

    /// - Parameters:
    ///   - recent: the speakers of the quotes before, nearest last.
    ///   - outer: who speaks the quotation around this one; not meant by a pronoun inside it.
    mutating func resolve(_ span: TextSpan, recent: [Speaker], outer: Speaker?) -> Speaker {
        if let mention = named(in: span) { return speaker(span, mention, 0.95) }
        if let mention = bearer(of: span) { return speaker(span, mention, 0.8) }
        let words = words(of: span)
        let classes = words.reduce(into: WordClasses()) { $0.formUnion($1.classes) }
        if words.count <= 2, classes.has([.masculine, .feminine]) {
            return pronoun(span, classes.intersection([.masculine, .feminine]), recent, outer)
        }
        if classes.has(.anyRole) {
            if let found = holder(of: words, before: span) { return found }
        }
        return Speaker(span: span)
    }

    /// The one person with this role, or the last one named with it; none whom another word rules out ("Italy's").
    private mutating func holder(of words: [Word], before span: TextSpan) -> Speaker? {
        let wanted = Set(words.filter { !$0.classes.has([.determiner, .title]) }.map(\.text))
        for word in words where word.classes.has(.anyRole) {
            let holders = (roles.holders[word.text] ?? []).filter { wanted.isSubset(of: $0.words) }
            guard let first = holders.first else { continue }
            let last = holders.last { $0.mention.span.start < span.start } ?? first
            let isAlone = holders.allSatisfy {
                keys.key(of: $0.mention) == keys.key(of: last.mention)
            }
            return speaker(span, last.mention, isAlone ? 0.7 : 0.5)
        }
        return nil
    }

    /// The one person with this surname, where the finder of names did not see it: 山田氏 after 山田花子.
    private mutating func bearer(of span: TextSpan) -> Mention? {
        guard span.count <= 60 else { return nil }
        let key: String
        if lexicon.hasSpaces {
            guard let last = words(of: span).last,
                !last.classes.has(WordClasses.anyRole.union(.pronoun).union([.body, .determiner]))
            else { return nil }
            key = last.text
        } else {
            let tokens = tokens(of: span)
            guard let first = tokens.first,
                let end = tokens.first(where: { $0.has(WordClasses.anyRole.union(.title)) })
            else { return nil }
            key = text[TextSpan(Int(first.start), Int(end.start))]
        }
        return bearers[key].flatMap { $0.isShared ? nil : $0.mention }
    }

    private func collectParts() -> [String: (mention: Mention, isShared: Bool)] {
        var bearers: [String: (mention: Mention, isShared: Bool)] = [:]
        for mention in mentions where mention.kind == .person && mention.name.utf8.count < 80 {
            for part in parts(ofName: mention.name) {
                if let known = bearers[part] {
                    if keys.key(of: known.mention) != keys.key(of: mention) {
                        bearers[part]?.isShared = true
                    }
                } else {
                    bearers[part] = (mention, false)
                }
            }
        }
        return bearers
    }

    /// The words of a name but the first, which many share; of one written together, what may be the family's.
    private func parts(ofName name: String) -> [String] {
        let lower = Normalizer.lowercase(name, profile.tag)
        if lexicon.hasSpaces { return lower.split(separator: " ").dropFirst().map(String.init) }
        return (1...3).filter { $0 < lower.count }.map { String(lower.prefix($0)) }
    }

    private func speaker(_ span: TextSpan, _ mention: Mention, _ confidence: Double) -> Speaker {
        Speaker(
            span: span, name: mention.name, key: keys.key(of: mention), confidence: confidence)
    }

    /// The name inside the mention: the last person, else the last name of any kind.
    private func named(in span: TextSpan) -> Mention? {
        var index = firstMention(from: span.start)
        var person: Mention?
        var other: Mention?
        while index < mentions.count, mentions[index].span.start < span.end {
            let mention = mentions[index]
            if mention.kind == .person { person = mention } else { other = mention }
            index += 1
        }
        if person != nil { return person }
        // "Italy's foreign minister" is not Italy.
        return tokens(of: span).contains { $0.has([.role, .roleMasculine, .roleFeminine]) }
            ? nil : other
    }

    /// She or he is whoever spoke last, else the person named last before.
    private mutating func pronoun(
        _ span: TextSpan, _ gender: WordClasses, _ recent: [Speaker], _ outer: Speaker?
    ) -> Speaker {
        let genders = roles.genders
        func fits(_ key: String) -> Bool {
            key != outer?.key && genders[key].map { $0.has(gender) } ?? true
        }
        if outer == nil, let last = recent.last(where: { $0.key != nil && $0.confidence > 0 }),
            let key = last.key, fits(key), span.start - last.span.start < 1500
        {
            return Speaker(span: span, name: last.name, key: key, confidence: 0.75)
        }
        var nearest: Mention?
        var index = firstMention(from: span.start) - 1
        while index >= 0, span.start - mentions[index].span.end < 1500 {
            let mention = mentions[index]
            if mention.kind == .person, fits(keys.key(of: mention)) {
                // A name of several words is a person's more surely.
                if mention.name.contains(" ") { return speaker(span, mention, 0.55) }
                nearest = nearest ?? mention
            }
            index -= 1
        }
        return nearest.map { speaker(span, $0, 0.4) } ?? Speaker(span: span)
    }

    private func firstMention(from offset: Int) -> Int {
        mentions.partitioningIndex { $0.span.end > offset }
    }

    // MARK: roles

    /// "Foreign Minister Anna Keller" makes "the minister" mean her from there on, unless two people share the role.
    private func collectRoles() -> Roles {
        var roles = Roles()
        for mention in mentions where mention.kind == .person {
            let around = context(before: mention.span) + context(after: mention.span)
            guard around.contains(where: { $0.has(.anyRole) }) else { continue }
            let words = around.map(word)
            var all = Set(words.map(\.text))
            let shorter = words.map { $0.classes.has(.anyRole) ? parts(of: $0.text) : [] }
            for parts in shorter { all.formUnion(parts) }
            for (index, word) in words.enumerated() where word.classes.has(.anyRole) {
                if word.classes.has(.roleFeminine) {
                    roles.genders[keys.key(of: mention), default: []].insert(.feminine)
                }
                if word.classes.has(.roleMasculine) {
                    roles.genders[keys.key(of: mention), default: []].insert(.masculine)
                }
                let holder = Holder(mention: mention, words: all)
                // A few people at most share a role; more would only cost time.
                for role in [word.text] + shorter[index]
                where (roles.holders[role]?.count ?? 0) < 16 {
                    roles.holders[role, default: []].append(holder)
                }
            }
        }
        return roles
    }

    /// The roles that a longer word holds: "Ministerin" in "Außenministerin", "bakan" in "bakanı", "minister" in
    /// "foreign minister".
    private func parts(of role: String) -> [String] {
        let bytes = Array(role.utf8)
        guard bytes.count >= 5, bytes.count < 80 else { return [] }
        var found: [String] = []
        func tryPart(_ range: Range<Int>) {
            let part = bytes[range]
            guard part.count >= 4, part.first.map({ $0 & 0xC0 != 0x80 }) ?? false,
                range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80,
                part.withUnsafeBufferPointer({ lexicon.look($0) }).classes.has(.anyRole)
            else { return }
            found.append(String(decoding: part, as: UTF8.self))
        }
        for start in 2..<max(3, bytes.count - 3) { tryPart(start..<bytes.count) }
        for end in max(4, bytes.count - 5)..<bytes.count { tryPart(0..<end) }
        return found
    }

    private typealias Word = (text: String, classes: WordClasses)

    private func context(before span: TextSpan) -> [Token] {
        var start = max(0, span.start - 48)
        while start < span.start, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        let bytes = text.bytes[start..<span.start]
        let cut = bytes.lastIndex { [0x2E, 0x2C, 0x3A, 0x3B, 0x0A, 0x22].contains($0) }.map {
            $0 + 1
        }
        // "Italian FM, Anna Keller" has a comma before the name.
        let isAppositive = text[TextSpan(max(0, span.start - 2), span.start)] == ", "
        return Array(
            tokens(of: TextSpan(isAppositive ? start : cut ?? start, span.start)).suffix(3))
    }

    private func context(after span: TextSpan) -> [Token] {
        let end = min(text.count, span.end + 60)
        if lexicon.hasQuoteMarkers { return role(behind: span) }
        guard span.end + 2 < end, text.bytes[span.end] == 0x2C else { return [] }
        let rest = text.bytes[span.end + 1..<end]
        let cut = rest.firstIndex { [0x2E, 0x2C, 0x3A, 0x3B, 0x0A, 0x22].contains($0) } ?? end
        return Array(tokens(of: TextSpan(span.end + 1, cut)).prefix(6))
    }

    /// Where the verb stands last, a role stands behind the name: 山田外相, 김민수 시장.
    private func role(behind span: TextSpan) -> [Token] {
        var end = min(text.count, span.end + 24)
        while end > span.end, end < text.count, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return tokens(of: TextSpan(span.end, end)).prefix(1).filter { $0.has(.anyRole) }
    }

    private func words(of span: TextSpan) -> [Word] { tokens(of: span).map(word) }

    private func word(_ token: Token) -> Word {
        (Normalizer.lowercase(text[token.span], profile.tag), token.classes)
    }

    private func tokens(of span: TextSpan) -> [Token] {
        guard span.start < span.end, span.end <= text.count else { return [] }
        return text.bytes.withUnsafeBufferPointer { bytes in
            var tokenizer = FrameTokenizer(bytes, lexicon)
            return tokenizer.run(span, opaque: []).filter { $0.kind == .word }
        }
    }
}
