// swift-tools-version: 6.1
import PackageDescription

/// What every Swift target is built with; `scripts/` and CI build the same way.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-warnings-as-errors"]),
]

/// A module of the house; who may import whom is enforced by HouseTests.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let analysers: [Target.Dependency] = ["Segmentation", "Quotes", "Names", "Alignment"]
let libraries: [Target.Dependency] =
    analysers + ["TextCore", "LocaleData", "Ingestion", "Corpus", "Tracking", "Interchange"]

let package = Package(
    name: "dragoman",
    products: [
        .executable(name: "dragoman", targets: ["dragoman"]),
        // For the package in Fuzz/; nothing of it is a promise to others.
        .library(
            name: "DragomanLibraries",
            targets: [
                "TextCore", "LocaleData", "Segmentation", "Corpus", "Interchange", "Workbench",
            ]),
    ],
    targets: [
        .target(
            name: "CICU",
            linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
        .systemLibrary(
            name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CDigest", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

        room("TextCore", ["CICU"]),
        room("LocaleData", ["TextCore"]),
        room("Segmentation", ["TextCore", "LocaleData"]),
        room("Quotes", ["TextCore", "LocaleData"]),
        room("Names", ["TextCore", "LocaleData"]),
        room("Alignment", ["TextCore", "LocaleData"]),
        room("Ingestion", ["TextCore", "LocaleData", "CXML2", "CCLD2"]),
        room("Corpus", ["TextCore", "CSQLite", "CDigest"]),
        room("Tracking", ["TextCore", "Corpus"] + analysers),
        room("Interchange", ["TextCore", "Corpus", "CXML2", "CZlib"]),
        room("Workbench", libraries),
        .executableTarget(
            name: "dragoman", dependencies: ["Workbench", "TextCore"], swiftSettings: strict),
        .executableTarget(
            name: "Benchmarks", dependencies: ["Workbench", "CICU"] + libraries,
            path: "Benchmarks", swiftSettings: strict),

        tests("AlignmentTests", ["Alignment", "TextCore"]),
        tests("HouseTests", []),
        tests("IngestionTests", ["Ingestion", "LocaleData", "TextCore"]),
        tests("InterchangeTests", ["Interchange", "TextCore"]),
        tests("TextCoreTests", ["TextCore"]),
        tests("NamesTests", ["Names", "LocaleData", "TextCore"]),
        tests("QuotesTests", ["Quotes", "Segmentation", "LocaleData", "TextCore"]),
        tests("SegmentationTests", ["Segmentation", "LocaleData", "TextCore"]),
        tests("CorpusTests", ["Corpus", "TextCore"]),
        tests("TrackingTests", ["Tracking", "Corpus", "Quotes", "TextCore"]),
        tests("WorkbenchTests", ["Workbench", "Corpus", "TextCore"]),
        tests("dragomanTests", ["dragoman"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
