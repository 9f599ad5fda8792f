import MaizeSystem
import TemporaryFiles
import Testing

/// Secret values that stand in files: of workflows, of parameters, of a configuration.
@Suite(.timeLimit(.minutes(10)))
struct SecretFileTests {
    private static let canary = "canary-4711-hunter2"
    private static let digits = "47114711"
    private let package: FakePackage
    private let flow: String
    private let configuration: String

    init() throws {
        package = try FakePackage()
        flow = try package.folder.write(
            """
            package: .
            nodes:
              keeper: {type: Keeper, parameters: {token: \(SecretFileTests.canary), digits: \(SecretFileTests.digits)}}
              other: {type: Keeper, parameters: {deed: tell}}
              return: Return
            channels: [keeper.out -> return.inp]
            parameters:
              deed: keeper.deed
              spare: {map: keeper.spare, value: \(SecretFileTests.canary)}

            """
        )
        configuration = try package.folder.write(
            "[Keeper.parameters]\nspare = \"\(SecretFileTests.canary)\"\n",
            to: "maize.toml"
        )
    }

    private func run(_ words: [String]) throws -> Program.Finished {
        let words = words.map { $0 == "FLOW" ? flow : $0.replacing("DIR", with: package.folder.path) }
        let environment = package.environment.merging(["MAIZE_CONFIG": configuration]) { _, new in new }
        return try Program(Program.released("maize-swift"), words, environment: environment).wait()
    }

    @Test(arguments: [
        "execute FLOW --deed tell --debug", "execute FLOW --deed tell --json", "execute FLOW --dry-run",
        "execute FLOW --dry-run --json", "execute FLOW --options", "execute FLOW --options --json",
        "execute FLOW --help", "check FLOW", "expand FLOW",
        "expand FLOW --format json", "expand FLOW --format toml", "graph FLOW --options",
        "graph FLOW --options --format svg", "graph FLOW --options --format mermaid",
        "graph FLOW --options --format dot",
        "describe Keeper FLOW", "describe Keeper FLOW --json", "config show", "config show --json",
        "config show --package-path DIR", "config template FLOW", "schema --package-path DIR", "doctor --json",
    ])
    func `no verb shows what is secret in a workflow's file or a configuration`(words: String) throws {
        let finished = try run(words.split(separator: " ").map(String.init))
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        for secret in [SecretFileTests.canary, SecretFileTests.digits] {
            #expect(!(finished.output + finished.errors).contains(secret))
        }
    }

    @Test(arguments: [
        ("p.toml", "spare = CANARY\n"), ("p.toml", "spare = \"CANARY\n"), ("p.toml", "digits = 12CANARY\n"),
        ("p.toml", "[keeper]\ndigits = \"CANARY\"\n"), ("p.json", #"{"spare": CANARY}"#),
        ("p.json", #"{"spare": "CANARY}"#),
        ("p.json", #"{"spare": ["CANARY"]}"#), ("p.yaml", "spare: \"CANARY\n"), ("p.yaml", "spare: [a, CANARY\n"),
        ("p.yaml", "spare: {a: CANARY}\n"), ("p.yaml", "keeper: {digits: CANARY}\n"), ("p.yaml", "spare: !x CANARY\n"),
    ])
    func `a file of parameters that is wrong is told of without the value`(name: String, text: String) throws {
        let text = text.replacing("CANARY", with: SecretFileTests.canary)
        let file = try package.folder.write(text, to: name)
        let finished = try run(["execute", "FLOW", "--parameters", file])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors.contains(file + ":"))
        #expect(!finished.errors.contains(SecretFileTests.canary), "\(finished.errors)")
    }

    @Test(arguments: [
        ["execute", "FLOW", "--param", "keeper.digits=CANARY"], ["execute", "FLOW", "--param", "keeper.tokn=CANARY"],
        ["run-node", "Keeper", "--package-path", "DIR", "--param", "digits=CANARY"],
        ["run-node", "Keeper", "--package-path", "DIR", "--param", "tokn=CANARY"],
    ])
    func `a word that is wrong is told of without the value`(words: [String]) throws {
        let finished = try run(words.map { $0.replacing("CANARY", with: SecretFileTests.canary) })
        #expect(finished.end == .exited(status: 2))
        #expect(!finished.errors.isEmpty && !finished.errors.contains(SecretFileTests.canary), "\(finished.errors)")
    }

    @Test func `parameters of types that nobody knows here may be secret`() throws {
        let finished = try run(["config", "show"])
        #expect(finished.output.contains(/Keeper.parameters.spare +••••/))
        #expect(finished.errors.contains("are not shown, as they may be secret: Keeper; add --package-path DIR"))
    }
}
