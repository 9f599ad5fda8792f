internal import ArgumentParser
internal import MaizeRuntime
internal import MaizeSystem
package import MaizeCore

/// One workflow and the words of a command line: what a program, or the command on a workflow file, does with both.
package struct WorkflowCommand {
    /// What the user typed to get here, for usage texts.
    private let name: String
    private let flow: Workflow
    /// The types of nodes that may be used, for `--list` and `--describe`.
    private let knownTypes: () -> [Component.Type]
    /// Puts a finding of the check at its place.
    private let finding: (Diagnostic) -> CheckFinding

    package init(
        name: String,
        flow: Workflow,
        knownTypes: @autoclosure @escaping () -> [Component.Type],
        finding: @escaping (Diagnostic) -> CheckFinding = { CheckFinding($0) }
    ) {
        self.name = name
        self.flow = flow
        self.knownTypes = knownTypes
        self.finding = finding
    }

    /// Does what the words ask for, and ends the process.
    package func runAndExit(_ words: [String]) -> Never {
        let options = takeOptions(words)
        tellOfTypes(options)
        if options.outline { showOutline() }
        if options.configTemplate { showTemplate() }
        if options.check { check(options) }
        configure(options.configuration)
        if options.options { listOptions(asJSON: options.json) }
        let execution = WorkflowExecution(flow: flow, finding: finding, commandName: name)
        if options.dryRun { execution.forecastAndExit(options) }
        execution.runAndExit(options)
    }

    /// Gives the workflow the values that the words say; what is wrong with them, or a wish for help, ends the process.
    ///
    /// - Returns: What the words say of every workflow's options.
    @discardableResult
    package func takeOptions(_ words: [String]) -> CommonOptions {
        let values = flow.isBuilt ? OptionValues(words, for: flow) : buildOrExit(words)
        let problems = values.apply()
        let arguments = parsed(values.rest)
        if !problems.isEmpty { Console.end(ExitStatus.invalid, problems.joined(separator: "\n")) }
        return arguments.common
    }

    /// Builds a workflow whose shape depends on options of its own: these have to have their values first.
    ///
    /// - Returns: What the words say of the options that it has now.
    private func buildOrExit(_ words: [String]) -> OptionValues {
        do {
            try flow.declareOptions()
        } catch {
            Console.end(ExitStatus.invalid, "error: the workflow cannot be built: \(error)")
        }
        let first = flow.optionParameters
        let values = OptionValues(words, for: flow)
        let problems = values.apply() + first.filter(\.isNeeded).map(MissingOptions.problem)
        guard problems.isEmpty else {
            // Help is there all the same, of the options that are known so far.
            if words.contains(where: { ["-h", "--help"].contains($0) }) { _ = parsed(values.rest) }
            Console.end(
                ExitStatus.invalid,
                (problems + [MissingOptions.line(of: flow, command: name)].compactMap(\.self)).joined(separator: "\n")
            )
        }
        do {
            try flow.buildIfNeeded()
        } catch {
            Console.end(ExitStatus.invalid, "error: the workflow cannot be built: \(error)")
        }
        return values.afterBuild(words, first: first)
    }

    /// What the words say of every workflow's options; a wrong word, or a wish for help, ends the process.
    package func arguments(_ words: [String]) -> CommonOptions {
        parsed(OptionValues(words, for: flow).rest).common
    }

    private func parsed(_ words: [String]) -> ProgramArguments {
        ProgramArguments.parseOrExit(
            words,
            name: name,
            summary: flow.summary,
            specifications: flow.optionParameters.map(OptionSpecification.init)
        )
    }

    /// Tells of the types, if that is asked for, and ends the process.
    package func tellOfTypes(_ options: CommonOptions) {
        if options.list { NodeTypeSummary.list(knownTypes(), tag: options.tag, asJSON: options.json) }
        if let name = options.describe { NodeTypeDescription.show(name, among: knownTypes(), asJSON: options.json) }
    }

    private func listOptions(asJSON: Bool) -> Never {
        if asJSON {
            Console.show(json: flow.optionParameters.map(OptionDescription.init))
            Console.end(ExitStatus.done)
        }
        Console.show(
            flow.optionParameters.map { parameter in
                let value = parameter.valueText.map { " = \($0)" } ?? ""
                let notes = parameter.requirements + (parameter.isNeeded ? ["required"] : [])
                return "--\(ReservedOptions.normalised(parameter.name))\(value)"
                    + (notes.isEmpty ? "" : "  (\(notes.joined(separator: "; ")))")
            }
        )
        Console.end(ExitStatus.done)
    }

    /// Prints what the workflow is made of, for drawings, as a line of JSON.
    private func showOutline() -> Never {
        Console.show(json: [flow.outline()])
        Console.end(ExitStatus.done)
    }

    /// Prints the beginning of a configuration for the workflow.
    private func showTemplate() -> Never {
        Console.show(ConfigurationTemplate(flow).lines)
        Console.end(ExitStatus.done)
    }

    private func check(_ options: CommonOptions) -> Never {
        let report = CheckReport(
            flow,
            configuredBy: options.configuration,
            knowing: knownTypes,
            finding: finding
        )
        // Cycles are ordinary, so only whoever looks for a fault wants to see them.
        if options.debug { for cycle in flow.cycles { Console.say("cycle: \(cycle)") } }
        report.show(asJSON: options.json)
        Console.end(report.status)
    }

    /// Gives the workflow what the configuration says; one that is wrong ends the process.
    private func configure(_ options: ConfigurationOptions) {
        do {
            for warning in try options.apply(to: flow, knowing: knownTypes) { Console.say(warning.description) }
        } catch {
            Console.end(ExitStatus.invalid, "\(error)")
        }
    }
}
