internal import MaizeSystem

/// The version of a Swift toolchain: 6.3.1.
struct ToolchainVersion: Comparable, CustomStringConvertible {
    /// The oldest with which packages build.
    static let needed = ToolchainVersion(parts: [6, 3])

    private let parts: [Int]

    private init(parts: [Int]) { self.parts = parts }

    /// The version in what a program of the toolchain says of itself: `Swift Package Manager - Swift 6.3.1`, or
    /// `Swift version 6.3.1 (swift-6.3.1-RELEASE)`; nil where there is none.
    init?(_ text: String) {
        guard let match = text.firstMatch(of: /Swift (?:version )?([0-9]+(?:\.[0-9]+)*)/) else { return nil }
        parts = match.1.split(separator: ".").compactMap { Int($0) }
    }

    /// Asks the program `swift`; nil where it has no answer within some seconds.
    init?(ofProgram path: String) {
        let request = SpawnRequest(
            executable: path,
            // Not `swift --version`, which leaves a folder behind each time.
            arguments: ["swift", "build", "--version"],
            environment: OwnProcess.environment()
        )
        guard case .success(let outcome) = Result(catching: { try ProgramRun.outcome(of: request, within: 10) }),
            outcome.end == .exited(status: 0)
        else { return nil }
        self.init(String(decoding: outcome.output, as: UTF8.self))
    }

    var description: String { parts.map(String.init).joined(separator: ".") }

    static func < (left: ToolchainVersion, right: ToolchainVersion) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
}
