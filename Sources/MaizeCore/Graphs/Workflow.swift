public import MaizeWire

/// The whole graph of a program: what is checked and executed.
///
///     let flow = Workflow("count")
///     let load = try flow.add(LoadData<Int>.self) { $0.data = 42 }
///     let result = try flow.add(Return<Int>.self)
///     try flow.connect(load.out, to: result.inp)
///     try flow.execute()
///     print(result.values)
open class Workflow: Graph {
    /// One line for people.
    public final var summary = ""
    /// The folder below which runs make theirs, where their options name none.
    public final var scratch: String?
    /// The least level that records of nodes need where nothing else is said.
    public final var level = LogLevel.info
    /// What its nodes find on this machine: variables, programs, modules.
    public final var settings = MachineSettings()

    /// Makes an empty workflow without a name; use `init(_:)`.
    public required init() {
        super.init()
        name = "workflow"
    }

    /// Makes an empty workflow.
    ///
    /// A name that breaks the rule for names is reported by `check()`.
    public convenience init(_ name: String) {
        self.init()
        self.name = name
    }

    /// The workflow's own parameters: the options of its program.
    package final var optionParameters: [AnyParameter] { parameters }
}
