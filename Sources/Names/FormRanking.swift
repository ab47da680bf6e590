/// Ranks entries by how much their tokens share with a name's, reading against reading, and by what they share at all.
struct FormRanking {
    private let table: SoundTable
    private var walk: GramWalk
    private var outline = NameRecordReader.Outline()

    init(table: SoundTable) {
        self.table = table
        walk = GramWalk(table)
    }

    /// The likeliest entries, best first.
    ///
    /// - Parameter entries: with what each shares of all grams for what it could share.
    mutating func rank(
        _ entries: [(entry: Int, score: Float)], _ record: NameRecord, _ records: NameRecordReader,
        keeping count: Int
    ) throws(NameIndexError) -> [Int] {
        let readings = record.readings.map { reading in
            let tokens = reading.roles.indices.filter { NameGrams.counts(reading.roles[$0]) }
            // A title alone is a name too.
            return Reading(
                (tokens.isEmpty ? Array(reading.roles.indices) : tokens)
                    .map { form(reading.sounds($0), records.view) })
        }
        var scored: [(score: Float, entry: Int)] = []
        scored.reserveCapacity(entries.count)
        for (entry, sum) in entries {
            try records.outline(entry, into: &outline)
            scored.append((sum * sum * score(readings, records.view), entry))
        }
        scored.sort { ($1.score, $0.entry) < ($0.score, $1.entry) }
        return scored.prefix(count).map(\.entry)
    }

    /// A token of a reading, as it is compared here.
    private struct Form {
        let signature: FormSignature
        /// What all its grams tell.
        let worth: Float
    }

    private struct Reading {
        let forms: [Form]
        let worth: Float

        init(_ forms: [Form]) {
            self.forms = forms
            worth = forms.reduce(0) { $0 + $1.worth }
        }
    }

    private mutating func form(_ sounds: ArraySlice<UInt8>, _ view: IndexView) -> Form {
        walk.removeAll()
        walk.addToken(sounds)
        return Form(
            signature: FormSignature(walk.grams),
            worth: walk.grams.reduce(0) { $0 + view.worth(of: $1) })
    }

    /// Of the best pair of readings: what they share by the root of the product of what each could, squared.
    private func score(_ readings: [Reading], _ view: IndexView) -> Float {
        var best: Float = 0
        var start = 0
        for end in outline.ends {
            let forms = outline.forms[start..<end]
            start = end
            let own = forms.reduce(0) { $0 + view.formWorths.float($1) }
            for reading in readings {
                let shared = shared(forms, reading, view)
                let score = shared * shared / max(1, own * reading.worth)
                // A damaged worth is no number, and not greater.
                if score > best { best = score }
            }
        }
        return best
    }

    /// Each token of the longer name has its nearest one in the shorter.
    private func shared(
        _ forms: ArraySlice<Int>, _ reading: Reading, _ view: IndexView
    ) -> Float {
        var sum: Float = 0
        if forms.count >= reading.forms.count {
            for form in forms {
                let signature = view.signature(form)
                let likeness = reading.forms.reduce(0) {
                    max($0, $1.signature.likeness(signature))
                }
                sum += likeness * view.formWorths.float(form)
            }
        } else {
            for own in reading.forms {
                let likeness = forms.reduce(0) {
                    max($0, own.signature.likeness(view.signature($1)))
                }
                sum += likeness * own.worth
            }
        }
        return sum
    }
}
