import MaizeConfiguration
import MaizeDocuments
import MaizeCore
import MaizeSteps
import TemporaryFiles
import Testing

enum Kind: String, Codable, CaseIterable { case fast, exact }

final class Vina: Node {
    @Parameter var exhaustiveness = 1
    @Parameter var kind = Kind.fast
    @Parameter(isPath: true) var receptor: String?
    @Parameter(rule: .in(0...1)) var share = 0.5
    @Parameter(secret: true) var token = 7
    let out = Output<Int>()
}

@Suite struct ConfigurationApplyTests {
    let files: ConfigurationFolder
    let flow = Workflow("dock")
    let vina: Vina

    init() throws {
        files = try ConfigurationFolder()
        vina = try flow.add(Vina.self)
        try flow.connect(vina.out, to: flow.add(Discard<Int>.self).inp)
    }

    @Test func `parameters that the workflow leaves open get the values of the file`() throws {
        vina.kind = .fast
        let text = "[VINA.parameters]\nexhaustiveness = 8\nkind = \"exact\"\nreceptor = \"a.pdb\"\n"
        #expect(try files.read(text).apply(to: flow) == [])
        #expect(vina.exhaustiveness == 8 && vina.kind == .fast && vina.receptor == files.path("a.pdb"))
    }

    @Test func `an option shows the value, and one that was given comes over it`() throws {
        try flow.map(vina.$exhaustiveness, as: "effort")
        try files.read("[Vina]\nparameters.exhaustiveness = 8\n").apply(to: flow)
        let option = try #require(flow.optionParameters.first)
        #expect(option.valueText == "8" && !option.isSet)
        try #require(option as? Parameter<Int>).wrappedValue = 3
        _ = flow.check()
        #expect(vina.exhaustiveness == 3)
    }

    @Test func `an option keeps what the file says for its parameter`() throws {
        try flow.map(vina.$exhaustiveness, as: "effort", default: 2)
        try files.read("[Vina]\nparameters.exhaustiveness = 8\n").apply(to: flow)
        _ = flow.check()
        #expect(vina.exhaustiveness == 8)
    }

    @Test func `every value that is refused is told with its place`() throws {
        let text = """
            [Vina.parameters]
            exhaustivness = 8
            kind = "exakt"
            share = 2
            exhaustiveness = "many"
            token = "hunter2"
            """
        let configuration = try files.read(text)
        do {
            try configuration.apply(to: flow)
            Issue.record("it was applied")
        } catch let error as ConfigurationError {
            #expect(
                error.diagnostics.map { "\($0.line):\($0.column): \($0.message)" } == [
                    "2:1: type Vina has no parameter 'exhaustivness'; did you mean 'exhaustiveness'?",
                    "3:8: 'kind' of type Vina: one of fast, exact is expected, not the text \"exakt\"; did you mean 'exact'?",
                    "4:9: 'share' of type Vina: the value 2.0 breaks the rule 'is in 0.0...1.0'",
                    "5:18: 'exhaustiveness' of type Vina: a whole number is expected, not the text \"many\"",
                    "6:9: 'token' of type Vina: not of the type that this secret value has",
                ]
            )
        }
    }

    @Test func `a name that is almost that of a type is a warning, a strange one is another program's`() throws {
        let text = "[Vinna]\nmodules = []\n[Gaussian]\nparameters.x = 3\n[Merge]\n"
        let warnings = try files.read(text).apply(to: flow, knownTypes: { ["Merge"] })
        #expect(warnings.map(\.message) == ["there is no type of nodes 'Vinna' here; did you mean 'Vina'?"])
        #expect(warnings.map(\.severity) == [.warning] && warnings.map(\.line) == [1])
    }

    @Test func `what the workflow says itself stays`() throws {
        flow.scratch = "/mine"
        flow.settings.general.environment["A"] = "mine"
        try files.read("scratch = \"/theirs\"\n[environment]\nA = \"theirs\"\nB = \"b\"\n").apply(to: flow)
        #expect(flow.scratch == "/mine" && flow.settings.general.environment == ["A": "mine", "B": "b"])
        #expect(flow.settings.file == files.path("maize.toml"))
    }

    @Test func `branches of a parallel worker have the values too`() throws {
        let flow = Workflow("parallel")
        let source = try flow.add(LoadData<String>.self) { $0.data = "x" }
        let work = try flow.parallel(Command.self, branches: 2) { $0.command = ["cat"] }
        try flow.connect(source.out, to: work.inp)
        try flow.connect(work.out, to: flow.add(Discard<String>.self).inp)
        try files.read("[Command]\nparameters.statuses = [0, 3]\n").apply(to: flow)
        let commands = flow.nodes.compactMap { $0 as? Command }
        #expect(flow.check() == [] && commands.map(\.statuses) == [[0, 3], [0, 3]])
    }
}
