// swift-tools-version: 6.1
import PackageDescription

/// Fuzz targets of the parsers, apart from the program's own build; `scripts/fuzz` builds and runs them.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "dragoman", path: "..")],
    targets: [
        .target(name: "CFuzzer"),
        .target(
            name: "Targets",
            dependencies: [.product(name: "DragomanLibraries", package: "dragoman")]),
        .executableTarget(name: "fuzz", dependencies: ["CFuzzer", "Targets"]),
        .executableTarget(name: "texts", dependencies: ["Targets"]),
    ],
    swiftLanguageModes: [.v6]
)
