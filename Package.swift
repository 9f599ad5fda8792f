// swift-tools-version: 6.2
import PackageDescription

let ours: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "maize-swift",
    products: [
        .library(name: "Maize", targets: ["Maize"]),
        .library(name: "MaizeCommands", targets: ["MaizeCommands"]),
        .library(name: "MaizeDrawings", targets: ["MaizeDrawings"]),
        .library(name: "MaizeConfiguration", targets: ["MaizeConfiguration"]),
        .library(name: "MaizeFormats", targets: ["MaizeFormats"]),
        .library(name: "MaizeLogging", targets: ["MaizeLogging"]),
        .library(name: "MaizeTesting", targets: ["MaizeTesting"]),
        .library(name: "MaizeTool", targets: ["MaizeTool"]),
        .executable(name: "maize-swift", targets: ["maize-swift"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .target(name: "CMaizeSystem"),
        .target(name: "MaizeSystem", dependencies: ["CMaizeSystem"], swiftSettings: ours),
        .target(name: "MaizeWire", swiftSettings: ours),
        .target(name: "MaizeCore", dependencies: ["MaizeWire"], swiftSettings: ours),
        .target(
            name: "MaizeRuntime",
            dependencies: ["MaizeCore", "MaizeWire", "MaizeSystem"],
            swiftSettings: ours
        ),
        .target(
            name: "MaizeSteps",
            dependencies: ["MaizeCore", "MaizeWire", "MaizeSystem"],
            swiftSettings: ours
        ),
        .target(
            name: "Maize",
            dependencies: ["MaizeCore", "MaizeRuntime", "MaizeSteps", "MaizeWire"],
            swiftSettings: ours
        ),
        .target(
            name: "MaizeCommands",
            dependencies: [
                "Maize", "MaizeConfiguration", "MaizeCore", "MaizeDocuments", "MaizeRuntime", "MaizeSteps",
                "MaizeSystem", "MaizeWire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: ours
        ),
        .target(
            name: "MaizeDocuments",
            dependencies: ["MaizeCore", "MaizeSystem", "MaizeWire"],
            swiftSettings: ours
        ),
        .target(
            name: "MaizeConfiguration",
            dependencies: ["MaizeCore", "MaizeDocuments", "MaizeSystem", "MaizeWire"],
            swiftSettings: ours
        ),
        .target(name: "MaizeDrawings", dependencies: ["MaizeCore", "MaizeWire"], swiftSettings: ours),
        .target(
            name: "MaizeFormats",
            dependencies: [
                "Maize", "MaizeCore", "MaizeDocuments", "MaizeSteps", "MaizeSystem", "MaizeWire",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: ours
        ),
        .target(
            name: "MaizeLogging",
            dependencies: [
                "Maize", "MaizeCore", "MaizeWire", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: ours
        ),
        .target(
            name: "MaizeTool",
            dependencies: [
                "MaizeCommands", "MaizeConfiguration", "MaizeCore", "MaizeDocuments", "MaizeDrawings", "MaizeFormats",
                "MaizeRuntime",
                "MaizeSteps", "MaizeSystem", "MaizeWire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: ours
        ),
        .executableTarget(
            name: "maize-swift",
            dependencies: ["MaizeTool"],
            swiftSettings: ours,
            // Every node's process would relocate the executable anew: with Foundation linked in, 80,000 words.
            linkerSettings: [.unsafeFlags(["-Xclang-linker", "-no-pie"], .when(configuration: .release))]
        ),
        .target(
            name: "MaizeTesting",
            dependencies: ["Maize", "MaizeCore", "MaizeRuntime", "MaizeSystem", "MaizeWire"],
            swiftSettings: ours
        ),
        .executableTarget(
            name: "maize-benchmark",
            dependencies: ["Maize", "MaizeCore", "MaizeRuntime", "MaizeSystem", "MaizeWire"],
            swiftSettings: ours
        ),
        .executableTarget(name: "Hello", dependencies: ["MaizeCommands"], path: "Examples/Hello", swiftSettings: ours),
        .executableTarget(
            name: "Cyclic",
            dependencies: ["MaizeCommands"],
            path: "Examples/Cyclic",
            swiftSettings: ours
        ),
        .executableTarget(
            name: "LoadBalancing",
            dependencies: ["MaizeCommands"],
            path: "Examples/LoadBalancing",
            swiftSettings: ours
        ),
        .executableTarget(
            name: "Roots",
            dependencies: ["MaizeCommands", "MaizeLogging", .product(name: "Logging", package: "swift-log")],
            path: "Examples/Roots",
            swiftSettings: ours
        ),
        .executableTarget(
            name: "Squares",
            dependencies: ["MaizeCommands"],
            path: "Examples/Squares",
            swiftSettings: ours
        ),
        .executableTarget(name: "Words", dependencies: ["MaizeCommands"], path: "Examples/Words", swiftSettings: ours),
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: ours),
        .target(
            name: "ChannelConformance",
            dependencies: ["SeededRandom", "TemporaryFiles", "MaizeCore", "MaizeSystem", "MaizeWire"],
            path: "Tests/ChannelConformance",
            swiftSettings: ours
        ),
        .target(
            name: "TemporaryFiles",
            dependencies: ["MaizeSystem"],
            path: "Tests/TemporaryFiles",
            swiftSettings: ours
        ),
        .testTarget(name: "MaizeSystemTests", dependencies: ["MaizeSystem", "TemporaryFiles"], swiftSettings: ours),
        .testTarget(name: "MaizeWireTests", dependencies: ["SeededRandom", "MaizeWire"], swiftSettings: ours),
        .testTarget(
            name: "MaizeCoreTests",
            dependencies: ["MaizeCore", "MaizeDocuments", "MaizeWire", "MaizeSteps", "SnippetCompiler"],
            swiftSettings: ours
        ),
        .testTarget(
            name: "MaizeRuntimeTests",
            dependencies: [
                "TemporaryFiles", "ChannelConformance", "SeededRandom", "MaizeCore", "MaizeRuntime", "MaizeSystem",
                "MaizeWire",
            ],
            swiftSettings: ours
        ),
        .testTarget(
            name: "MaizeConfigurationTests",
            dependencies: [
                "MaizeConfiguration", "MaizeCore", "MaizeDocuments", "MaizeSteps", "TemporaryFiles",
            ],
            swiftSettings: ours
        ),
        .testTarget(
            name: "MaizeFormatsTests",
            dependencies: [
                "SeededRandom", "Maize", "MaizeCommands", "MaizeConfiguration", "MaizeCore", "MaizeDocuments",
                "MaizeFormats", "MaizeRuntime", "MaizeSteps", "MaizeSystem", "MaizeWire", "TemporaryFiles",
                "Cyclic", "Hello", "LoadBalancing", "Roots", "Squares", "Words",
            ],
            swiftSettings: ours
        ),
        .testTarget(
            name: "MaizeStepsTests",
            dependencies: [
                "Maize", "MaizeCore", "MaizeSteps", "MaizeSystem", "MaizeTesting", "MaizeWire", "SeededRandom",
                "TemporaryFiles",
            ],
            swiftSettings: ours
        ),
        .testTarget(
            name: "MaizeTestingTests",
            dependencies: [
                "ChannelConformance", "TemporaryFiles", "Maize", "MaizeCore", "MaizeRuntime", "MaizeSystem",
                "MaizeTesting", "MaizeWire",
            ],
            swiftSettings: ours
        ),
        .testTarget(
            name: "RandomGraphTests",
            dependencies: [
                "SeededRandom", "Maize", "MaizeCore", "MaizeRuntime", "MaizeSystem", "MaizeTesting", "MaizeWire",
            ],
            swiftSettings: ours
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "SeededRandom", "TemporaryFiles",
                "Maize", "MaizeCommands", "MaizeCore", "MaizeRuntime", "MaizeSystem", "MaizeWire", "Hello", "Cyclic",
                "LoadBalancing", "Squares", "Words", "FaultyNodes", "LoggingNodes", "OptionNodes",
                "PackagedNodes", "maize-swift",
            ],
            exclude: ["CommandLine/Findings", "CommandLine/Help"],
            swiftSettings: ours
        ),
        .testTarget(
            name: "MaizeLoggingTests",
            dependencies: [
                "Maize", "MaizeCore", "MaizeLogging", "MaizeTesting", "MaizeWire",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: ours
        ),
        .testTarget(
            name: "WordsTests",
            dependencies: ["MaizeCommands", "MaizeTesting", "Words"],
            swiftSettings: ours
        ),
        .testTarget(
            name: "MaizeToolTests",
            dependencies: [
                "MaizeCommands", "MaizeCore", "MaizeRuntime", "MaizeSteps", "MaizeSystem", "MaizeTool", "MaizeWire",
                "SnippetCompiler", "TemporaryFiles",
            ],
            swiftSettings: ours
        ),
        .testTarget(
            name: "MaizeDrawingsTests",
            dependencies: [
                "SeededRandom", "SnippetCompiler", "TemporaryFiles", "Maize", "MaizeCore", "MaizeDrawings",
                "MaizeFormats",
                "MaizeSteps", "MaizeWire", "Cyclic", "Hello", "LoadBalancing", "Roots", "Squares", "Words",
                "maize-swift",
            ],
            swiftSettings: ours
        ),
        .testTarget(name: "CookbookTests", dependencies: ["Maize"], swiftSettings: ours),
        .testTarget(
            name: "DocumentationTests",
            dependencies: [
                "Maize", "MaizeCommands", "MaizeDrawings", "MaizeFormats", "MaizeLogging", "MaizeTesting",
                "SnippetCompiler",
                "Hello", "Roots", "Squares", "Words",
                "maize-swift", "maize-benchmark",
            ],
            swiftSettings: ours
        ),
        .target(name: "SnippetCompiler", path: "Tests/SnippetCompiler", swiftSettings: ours),
        .target(name: "SecretNodes", dependencies: ["Maize"], path: "Tests/SecretNodes", swiftSettings: ours),
        .executableTarget(
            name: "FaultyNodes",
            dependencies: ["MaizeCommands"],
            path: "Tests/FaultyNodes",
            swiftSettings: ours
        ),
        .executableTarget(
            name: "OptionNodes",
            dependencies: ["MaizeCommands", "SecretNodes"],
            path: "Tests/OptionNodes",
            swiftSettings: ours
        ),
        .executableTarget(
            name: "LoggingNodes",
            dependencies: ["MaizeCommands", "MaizeLogging", .product(name: "Logging", package: "swift-log")],
            path: "Tests/LoggingNodes",
            swiftSettings: ours
        ),
        .executableTarget(
            name: "PackagedNodes",
            dependencies: ["MaizeCommands", "MaizeTool", "SecretNodes"],
            path: "Tests/PackagedNodes",
            swiftSettings: ours
        ),
    ]
)
