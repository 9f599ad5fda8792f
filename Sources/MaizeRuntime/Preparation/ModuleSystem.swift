internal import MaizeSystem

/// What loads modules on a cluster: a program that prints, for a shell, what each changes.
struct ModuleSystem: Hashable {
    /// The program's path.
    let program: String

    /// The variables by which one is found: of Lmod its folder, of Environment Modules the program itself.
    static let variables = ["LMOD_DIR", "MODULES_CMD"]

    /// Nil where the machine has none.
    init?(_ environment: NodeEnvironment) {
        if let folder = environment.variables["LMOD_DIR"], !folder.isEmpty {
            program = folder + "/lmod"
        } else if let program = environment.variables["MODULES_CMD"], !program.isEmpty {
            self.program = program
        } else {
            return nil
        }
    }

    /// The environment after modules were loaded, in their order, into another one; a `ModuleFailure` says why not.
    func load(_ modules: [String], into environment: NodeEnvironment, within seconds: Double) throws -> NodeEnvironment
    {
        let names = modules.joined(separator: " ")
        let words = environment.words
        let outcome: ProgramRun.Outcome
        do {
            let shell = try ProgramSearch.path(of: "bash", environment: words)
            let arguments = ["bash", "--noprofile", "--norc", "-c", ModuleSystem.script, program] + modules
            let request = SpawnRequest(executable: shell, arguments: arguments, environment: words)
            outcome = try ProgramRun.outcome(of: request, within: seconds)
        } catch {
            throw ModuleFailure("modules \(names) cannot be loaded: \(error)")
        }
        guard let end = outcome.end else {
            throw ModuleFailure(
                "loading the modules \(names) took longer than \(seconds) s; find out why with 'module load \(names)',"
                    + " or set check_limit in the configuration"
            )
        }
        guard case .exited(status: 0) = end else {
            throw ModuleFailure("modules \(names) cannot be loaded: \(ModuleSystem.lastWords(outcome.errors, end))")
        }
        var loaded = NodeEnvironment(
            words: outcome.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        )
        loaded.keepShellsOwn(of: environment)
        return loaded
    }

    /// Does what the program prints, and prints all variables, each ended by a zero byte.
    private static let script = #"eval "$("$0" bash load "$@")" >&2 || exit 1; exec /usr/bin/env -0"#

    private static func lastWords(_ errors: [UInt8], _ end: ProcessEnd) -> String {
        let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
        if !lines.isEmpty { return lines.prefix(5).joined(separator: " | ") }
        switch end {
        case .exited(let status): return "the shell ended with status \(status)"
        case .signalled(let signal): return "the shell was ended by \(Signals.name(signal))"
        case .unknown: return "how the shell ended is not known"
        }
    }
}

/// Modules that were not loaded.
struct ModuleFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension NodeEnvironment {
    /// Variables that a shell sets for itself are what they were.
    fileprivate mutating func keepShellsOwn(of old: NodeEnvironment) {
        for name in ["_", "SHLVL", "PWD", "OLDPWD"] { set(name, to: old.variables[name]) }
    }
}
