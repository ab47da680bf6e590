internal import Ingestion
internal import LocaleData

extension LocaleInspection {
    /// The cases of `furniture.jsonl` that are not kept.
    func furnitureFaults(
        _ name: String, _ profile: LocaleProfile, _ tally: inout (cases: Int, pending: Int)
    ) throws(LocaleDataError) -> [Fault] {
        let cases = try LocaleCases.load(
            LocaleCases.Furniture.self, file: "furniture", tag: name, in: shelf.catalogue)
        guard !cases.isEmpty else { return [] }
        let classifier = FurnitureClassifier(profile)
        var faults: [Fault] = []
        for (line, value) in cases {
            tally.cases += 1
            let found = classifier.kind(of: value.text)
            let place = "\(name)/cases/furniture.jsonl:\(line)"
            if value.pending != nil {
                tally.pending += 1
                if found == value.kind {
                    faults.append(
                        Fault(place: place, message: "passes now: take its 'pending' out"))
                }
            } else if found != value.kind {
                faults.append(
                    Fault(place: place, message: "gives \(found ?? "-"), not \(value.kind ?? "-")"))
            }
        }
        return faults
    }
}
