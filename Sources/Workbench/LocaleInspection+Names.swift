internal import LocaleData
internal import TextCore

extension LocaleInspection {
    /// Steps that ICU does not take: an unknown transform, or rules with an error.
    func ruleFaults(_ name: String, _ profile: LocaleProfile) -> [Fault] {
        let rendering = profile.names.rendering
        var all = Array(rendering.intoLatin.values) + Array(rendering.transforms.values)
        all += Array(rendering.latinTransforms.values) + Array(rendering.hanTransforms.values)
        all += Array(rendering.sounds.values) + Array(rendering.fromSounds.values)
        all += Array(rendering.readings.values) + rendering.schemes.map(\.steps)
        all += rendering.display.map { [$0] } ?? []
        var faults: [Fault] = []
        for step in Set(all.flatMap(\.steps)) {
            switch step {
            case .transform(let id) where Transliterator(id) == nil:
                faults.append(Fault(place: name, message: "ICU has no transform '\(id)'"))
            case .rules(let file, let text)
            where file.hasPrefix("\(name)/") && Transliterator(rules: text) == nil:
                let rules = file.dropFirst(name.count + 1)
                faults.append(
                    Fault(
                        place: "\(name)/rules/\(rules).txt",
                        message: "ICU does not take these rules"))
            default: break
            }
        }
        return faults.sorted { ($0.place, $0.message) < ($1.place, $1.message) }
    }

    /// The cases of `schemes.jsonl`, `rendering.jsonl` and `languages.jsonl` that are not kept.
    func renderingFaults(
        _ name: String, _ tag: LanguageTag, _ service: NameService,
        _ tally: inout (cases: Int, pending: Int)
    ) throws(LocaleDataError) -> [Fault] {
        var faults: [Fault] = []
        for (line, value) in try cases(LocaleCases.Schemes.self, "schemes", name) {
            let written = NameService.Written(name: value.name, language: tag)
            let found = try service.write(written, scheme: value.scheme) ?? "no such scheme"
            faults += judged(
                found, value.form, value.pending, "\(name)/cases/schemes.jsonl:\(line)", &tally)
        }
        for (line, value) in try cases(LocaleCases.Rendering.self, "rendering", name) {
            let place = "\(name)/cases/rendering.jsonl:\(line)"
            guard let target = LanguageTag(value.to) else {
                faults.append(Fault(place: place, message: "'\(value.to)' is no language tag"))
                continue
            }
            let written = NameService.Written(name: value.name, language: tag)
            let made = try service.render(written, in: [target]).first
            let found = Self.words(made?.form ?? "-", made?.reading)
            let wanted = Self.words(value.form, value.reading)
            faults += judged(found, wanted, value.pending, place, &tally)
        }
        for (line, value) in try cases(LocaleCases.Languages.self, "languages", name) {
            let record = try service.describe(.init(name: value.name, language: .undetermined))
            let found = record.origins.map(\.language.string)
            let place = "\(name)/cases/languages.jsonl:\(line)"
            guard let among = value.among else {
                faults += judged(
                    record.isAmbiguous ? "ambiguous: \(found)" : record.language.string, name,
                    value.pending, place, &tally)
                continue
            }
            let isKept = record.isAmbiguous && Set([name] + among).isSubset(of: found)
            faults += judged(
                isKept ? "ambiguous" : "\(found)", "ambiguous", value.pending, place, &tally)
        }
        return faults
    }

    private static func words(_ form: String, _ reading: String?) -> String {
        reading.map { "\(form) (\($0))" } ?? form
    }

    private func cases<Case: Decodable>(
        _ type: Case.Type, _ file: String, _ name: String
    ) throws(LocaleDataError) -> [(line: Int, value: Case)] {
        try LocaleCases.load(type, file: file, tag: name, in: shelf.catalogue)
    }

    /// A case that is not kept, or one that is although it is noted as pending.
    private func judged(
        _ found: String, _ wanted: String, _ pending: String?, _ place: String,
        _ tally: inout (cases: Int, pending: Int)
    ) -> [Fault] {
        tally.cases += 1
        guard pending != nil else {
            return found == wanted
                ? [] : [Fault(place: place, message: "gives '\(found)', not '\(wanted)'")]
        }
        tally.pending += 1
        return found == wanted
            ? [Fault(place: place, message: "passes now: take its 'pending' out")] : []
    }
}
