internal import ArgumentParser
internal import MaizeCommands
internal import MaizeFormats

/// `maize-swift check FLOW…`: finds everything that is wrong with workflows.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find everything that is wrong with workflows; nothing runs.",
        discussion: """
            EXAMPLES:
              maize-swift check flow.yaml
              maize-swift check *.yaml --json

            EXIT STATUS: 0 no errors, 2 a workflow is invalid, 64 wrong usage.
            """
    )

    @Argument(help: FlowSource.help("Workflow files, or compiled programs."), completion: FlowSource.completion)
    var flows: [String]

    @Flag(help: "Write each finding as a line of JSON on standard output.")
    var json = false

    @OptionGroup
    var configuration: ConfigurationOptions

    func run() throws {
        var status = ExitStatus.done
        // All of them first: one may let the process become another program, which begins anew.
        for (path, source) in flows.map({ ($0, FlowSource($0)) }) { status = max(status, check(source, path)) }
        Console.end(status)
    }

    private func check(_ source: FlowSource, _ path: String) -> Int32 {
        switch source {
        case .program(let program):
            return program.statusOfRun(with: ["--check"] + (json ? ["--json"] : []) + configuration.words)
        case .file:
            let report = report(on: path)
            report.show(asJSON: json)
            return report.status
        }
    }

    private func report(on path: String) -> CheckReport {
        do {
            let file = try FlowSource.read(path)
            return CheckReport(
                file.workflow,
                configuredBy: configuration,
                knowing: { FlowSource.knownTypes().all },
                after: file.warnings.map { CheckFinding($0) },
                finding: { CheckFinding(file.diagnostic($0)) }
            )
        } catch let error as WorkflowFileError {
            return CheckReport(error.diagnostics.map { CheckFinding($0) })
        } catch {
            return CheckReport([CheckFinding(error: error)])
        }
    }
}
