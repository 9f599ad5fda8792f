import MaizeCommands
import SecretNodes

/// A program with an option of every kind, and one that is secret.
@main
struct OptionNodes: WorkflowProgram {
    static func workflow() throws -> Workflow {
        if CommandLine.arguments[0].hasSuffix("shaped") { return ShapedFlow("shaped") }
        let flow = Workflow("options")
        let kinds = try flow.add(Kinds.self)
        let result = try flow.add(Return<String>.self)
        try flow.connect(kinds.out, to: result.inp)
        try flow.map(kinds.$count, as: "count")
        try flow.map(kinds.$share, as: "share")
        try flow.map(kinds.$title, as: "title")
        try flow.map(kinds.$table, as: "table")
        try flow.map(kinds.$speed, as: "speed")
        try flow.map(kinds.$loud, as: "loud")
        try flow.map(kinds.$limit, as: "limit")
        try flow.map(kinds.$sizes, as: "sizes")
        try flow.map(kinds.$words, as: "words")
        try flow.map(kinds.$weights, as: "weights")
        try flow.map(kinds.$box, as: "box")
        try flow.map(kinds.$anything, as: "anything")
        let keeper = try flow.add(Keeper.self)
        try flow.map(keeper.$token, as: "token")
        try flow.map(keeper.$deed, as: "deed")
        return flow
    }
}

/// Has its secret before it is built.
final class ShapedFlow: Workflow {
    @Parameter(secret: true) var token: String

    override func build() throws {
        let keeper = try add(Keeper.self)
        try map(keeper.$token, to: $token)
        try map(keeper.$deed, as: "deed")
    }
}

enum Speed: String, Codable, CaseIterable, Sendable { case slow, fast }

struct Box: Codable, Sendable {
    var width = 1
    var label: String?
}

/// Sends what its parameters are.
final class Kinds: Node {
    @Parameter(help: "how many") var count: Int
    @Parameter(rule: .in(0...1)) var share = 0.5
    @Parameter var title = ""
    @Parameter(help: "a table of numbers") var table: File?
    @Parameter var speed = Speed.slow
    @Parameter var loud = false
    @Parameter var limit: Int?
    @Parameter var sizes: [Int] = []
    @Parameter var words: [String] = []
    @Parameter var weights: [String: Double] = [:]
    @Parameter var box = Box()
    @Parameter var anything = JSONValue.null
    @Parameter var inner = 1
    let out = Output<String>()

    override func run() throws {
        try out.send(
            "\(count) \(share) '\(title)' \(table?.path ?? "-") \(speed) \(loud) \(limit ?? -1) \(sizes) \(words)"
                + " \(weights.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }) \(box.width):\(box.label ?? "-")"
                + " \(anything) \(inner)"
        )
    }
}
