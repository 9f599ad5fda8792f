/// What nodes find on a machine beside their values: variables of the environment, programs, modules.
///
///     var settings = NodeSettings()
///     settings.environment["OMP_NUM_THREADS"] = "1"
///     settings.commands["vina"] = ["/opt/vina/bin/vina"]
///     settings.scripts["prepare"] = .init(interpreter: ["python3"], location: "/opt/tools/prepare.py")
///     flow.settings.types["Dock"] = settings
public struct NodeSettings: Sendable, Hashable {
    /// A program that another program runs.
    ///
    ///     let prepare = NodeSettings.Script(interpreter: ["python3", "-u"], location: "/opt/tools/prepare.py")
    ///     print(prepare.words)
    public struct Script: Sendable, Hashable {
        /// The program that runs it, and its arguments.
        public var interpreter: [String]
        /// The absolute path of its file.
        public var location: String

        /// Makes a script.
        public init(interpreter: [String], location: String) {
            self.interpreter = interpreter
            self.location = location
        }

        /// The words that start it.
        public var words: [String] { interpreter + [location] }
    }

    /// Variables, over those that the coordinator has.
    public var environment: [String: String] = [:]
    /// Programs by the names that node types require, each with the words that start it.
    ///
    /// A first word without a slash is looked up in `PATH`, another one is an absolute path.
    public var commands: [String: [String]] = [:]
    /// Scripts by the names that node types require; of a command and a script of one name, the script is meant.
    public var scripts: [String: Script] = [:]
    /// Modules (Lmod, Environment Modules) that are loaded, in this order.
    public var modules: [String] = []
    /// The folder of a Python environment, whose `bin` comes first in `PATH`.
    public var python: String?
    /// Where a setting was made, for messages, by its key: `maize.toml:7` for `commands.vina`.
    package var origins: [String: String] = [:]

    /// Makes settings that change nothing.
    public init() {}

    /// The words that start a program by this name; nil where nothing is set for it.
    public func words(for program: String) -> [String]? { scripts[program]?.words ?? commands[program] }

    /// The words that start each program.
    package var programs: [String: [String]] { commands.merging(scripts.mapValues(\.words)) { _, script in script } }

    /// Where the words of a program were set.
    package func origin(ofProgram name: String) -> String? {
        origins[scripts[name] == nil ? "commands.\(name)" : "scripts.\(name)"]
    }

    /// These settings, and over them, key by key, those of `other`; its modules come after.
    package func overlaid(with other: NodeSettings) -> NodeSettings {
        var result = self
        result.environment.merge(other.environment) { _, new in new }
        for name in Set(other.commands.keys).union(other.scripts.keys) {
            // What is set for a type of nodes is meant for it, whichever of both it is.
            result.commands[name] = other.commands[name]
            result.scripts[name] = other.scripts[name]
        }
        result.modules += other.modules.filter { !modules.contains($0) }
        result.python = other.python ?? python
        result.origins.merge(other.origins) { _, new in new }
        return result
    }
}
