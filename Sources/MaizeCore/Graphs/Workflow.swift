public import MaizeWire

/// The whole graph of a program: what is checked and executed.
///
///     let flow = Workflow("count")
///     let load = try flow.add(LoadData<Int>.self) { $0.data = 42 }
///     let result = try flow.add(Return<Int>.self)
///     try flow.connect(load.out, to: result.inp)
///     try flow.execute()
///     print(result.values)
///
/// A subclass declares parameters that are options from the first, and makes in `build()` what depends on them:
///
///     final class Shared: Workflow {
///         @Parameter(help: "how many workers there are") var workers = 3
///
///         override func build() throws {
///             let load = try add(LoadData<[Int]>.self) { $0.data = [1, 2, 3] }
///             let scatter = try add(Scatter<Int>.self)
///             let merge = try add(Merge<Int>.self)
///             let result = try add(Return<Int>.self)
///             try connect(load.out, to: scatter.inp)
///             let copy = try add(RoundRobin<Int>.self)
///             try connect(scatter.out, to: copy.inp)
///             for number in 1...workers {
///                 let delay = try add(Delay<Int>.self, name: "delay\(number)")
///                 try connect(copy.out, to: delay.inp)
///                 try connect(delay.out, to: merge.inp)
///             }
///             try connect(merge.out, to: result.inp)
///         }
///     }
open class Workflow: Graph {
    /// One line for people.
    public final var summary = ""
    /// The folder below which runs make theirs, where their options name none.
    public final var scratch: String?
    /// The least level that records of nodes need where nothing else is said.
    public final var level = LogLevel.info
    /// What its nodes find on this machine: variables, programs, modules.
    public final var settings = MachineSettings()

    /// What came of `build()`; nil until it was called.
    private var built: Result<Void, any Error>?

    /// Makes an empty workflow without a name; use `init(_:)`.
    public required init() {
        super.init()
        name = type(of: self) == Workflow.self ? "workflow" : type(of: self).typeName.lowercased()
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

    /// Finds the parameters that a subclass declares; called once, before they are given values from outside.
    package final func declareOptions() throws {
        guard type(of: self) != Workflow.self, interfaces.isEmpty, built == nil else { return }
        try bind()
        if let port = ports.first {
            throw WorkflowError(
                .type,
                "type \(type(of: self)) declares port '\(port.name)', but nothing can be connected to a workflow; make it"
                    + " a Graph"
            )
        }
        for (place, option) in parameters.enumerated() {
            try checkOptionName(option.name, among: Array(parameters[..<place]))
        }
    }

    /// Whether nothing is left to be done by `build()`.
    package final var isBuilt: Bool { built != nil || type(of: self) == Workflow.self }

    /// Calls `build()`, if that was not done yet: its parameters have their values now.
    package final func buildIfNeeded() throws {
        if isBuilt {
            try built?.get()
            return
        }
        let result = Result {
            try declareOptions()
            if let missing = parameters.first(where: \.isNeeded) {
                throw WorkflowError(
                    .value,
                    "parameter '\(missing.name)' has no value, and build() may read it; set it, or declare it with a default"
                )
            }
            for option in parameters {
                guard let problem = option.ruleProblem else { continue }
                throw WorkflowError(.value, "parameter '\(option.name)': the value \(problem)")
            }
            try buildOnce()
        }
        built = result
        try result.get()
    }
}
