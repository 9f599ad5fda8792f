internal import ArgumentParser
internal import MaizeRuntime
internal import MaizeSystem
package import MaizeCore

/// One workflow and the words of a command line: what a program, or the command on a workflow file, does with both.
package struct WorkflowCommand {
    /// What the user typed to get here, for usage texts.
    private let name: String
    private let flow: Workflow
    /// Names of the types of nodes that may be used, for `--list`.
    private let knownTypes: [String]
    /// A finding of the check as a line for the user.
    private let line: (Diagnostic) -> String

    package init(
        name: String,
        flow: Workflow,
        knownTypes: [String],
        line: @escaping (Diagnostic) -> String = { $0.description }
    ) {
        self.name = name
        self.flow = flow
        self.knownTypes = knownTypes
        self.line = line
    }

    /// Does what the words ask for, and ends the process.
    package func runAndExit(_ words: [String]) -> Never {
        let arguments = parsed(words)
        let problems = apply(arguments.mapped.given)
        if !problems.isEmpty { Console.end(ExitStatus.invalid, problems.joined(separator: "\n")) }
        if arguments.common.list { WorkflowCommand.list(knownTypes) }
        if arguments.common.options { listOptions() }
        if arguments.common.check { check() }
        WorkflowExecution(flow: flow, line: line).runAndExit(arguments.common)
    }

    /// What the words say of every workflow's options; a wrong word, or a wish for help, ends the process.
    package func arguments(_ words: [String]) -> CommonOptions { parsed(words).common }

    private func parsed(_ words: [String]) -> ProgramArguments {
        ProgramArguments.parseOrExit(words, name: name, flow: flow)
    }

    /// Prints names of types, each once and in order, and ends the process.
    package static func list(_ types: [String]) -> Never {
        Console.show(Set(types).sorted())
        Console.end(ExitStatus.done)
    }

    /// Gives the options their values, and tells what is wrong with those that are refused.
    private func apply(_ given: [String: String]) -> [String] {
        flow.optionParameters.compactMap { parameter in
            let name = ReservedOptions.normalised(parameter.name)
            guard let text = given[name] else { return nil }
            do {
                try parameter.setText(text)
                return nil
            } catch {
                return "error: option --\(name): \((error as? WorkflowError)?.message ?? "\(error)")"
            }
        }
    }

    private func listOptions() -> Never {
        Console.show(
            flow.optionParameters.map { parameter in
                "--\(ReservedOptions.normalised(parameter.name)) = \(parameter.valueText ?? "")"
                    + (parameter.requirements.isEmpty ? "" : "  (\(parameter.requirements.joined(separator: "; ")))")
            }
        )
        Console.end(ExitStatus.done)
    }

    private func check() -> Never {
        let findings = flow.check() + flow.missingFiles()
        for finding in findings { Console.say(line(finding)) }
        guard !findings.contains(where: { $0.severity == .error }) else { Console.end(ExitStatus.invalid) }
        Console.end(
            ExitStatus.done,
            "\(flow.name): \(flow.nodes.count) node\(flow.nodes.count == 1 ? "" : "s") and \(flow.channels.count)"
                + " channel\(flow.channels.count == 1 ? "" : "s"), no errors"
        )
    }
}
