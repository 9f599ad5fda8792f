internal import ArgumentParser
internal import Maize
internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem
internal import MaizeWire

/// One run of a program, from its command line to its exit status.
struct ProgramRun {
    let program: any WorkflowProgram.Type

    /// What a program ends with when its workflow or a value is invalid.
    private static let invalid: Int32 = 2

    func runAndExit(_ words: [String]) -> Never {
        OwnProcess.ignoreBrokenPipes()
        let flow: Workflow
        do {
            flow = try program.workflow()
        } catch {
            end(ProgramRun.invalid, "error: the workflow cannot be built: \(error)")
        }
        let arguments = parse(words, flow)
        do {
            try apply(arguments.mapped.given, to: flow)
        } catch {
            end(ProgramRun.invalid, "error: \(error)")
        }
        if arguments.list { list(flow) }
        if arguments.options { listOptions(flow) }
        if arguments.check { check(flow) }
        execute(flow, arguments)
    }

    // MARK: The command line

    private func parse(_ words: [String], _ flow: Workflow) -> ProgramArguments {
        let specifications = flow.optionParameters.map { parameter in
            MappedOptions.Specification(
                name: ReservedOptions.normalised(parameter.name),
                help: parameter.help,
                value: parameter.valueText,
                isFlag: parameter.valueType is Bool.Type,
                isRequired: !parameter.isOptional && !parameter.hasValue
            )
        }
        return MappedOptions.$specifications.withValue(specifications) {
            MappedOptions.$programName.withValue(commandName) {
                MappedOptions.$summary.withValue(flow.summary) {
                    do {
                        return try ProgramArguments.parse(words.map(withDashes))
                    } catch {
                        ProgramArguments.exit(withError: error)
                    }
                }
            }
        }
    }

    private var commandName: String {
        CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "workflow"
    }

    /// Options may be written with `_` for `-`, as the parameter is in files.
    private func withDashes(_ word: String) -> String {
        guard word.hasPrefix("--"), word.count > 2 else { return word }
        let end = word.firstIndex(of: "=") ?? word.endIndex
        return word[..<end].map { $0 == "_" ? "-" : String($0) }.joined() + word[end...]
    }

    private func apply(_ given: [String: String], to flow: Workflow) throws {
        for parameter in flow.optionParameters {
            let name = ReservedOptions.normalised(parameter.name)
            guard let text = given[name] else { continue }
            do {
                try parameter.setText(text)
            } catch let error as WorkflowError {
                throw WorkflowError(.value, "option --\(name): \(error.message)")
            }
        }
    }

    // MARK: What does not run

    private func list(_ flow: Workflow) -> Never {
        let types = Set(flow.nodes.map { type(of: $0).typeName } + program.nodes.map(\.typeName))
        for name in types.sorted() { print(name) }
        end(0)
    }

    private func listOptions(_ flow: Workflow) -> Never {
        for parameter in flow.optionParameters {
            print("--\(ReservedOptions.normalised(parameter.name)) = \(parameter.valueText ?? "")")
        }
        end(0)
    }

    private func check(_ flow: Workflow) -> Never {
        let findings = flow.check()
        for finding in findings { say(finding.description) }
        let isSound = !findings.contains { $0.severity == .error }
        if isSound { say("\(flow.name): \(flow.nodes.count) nodes and \(flow.channels.count) channels, no errors") }
        end(isSound ? 0 : ProgramRun.invalid)
    }

    // MARK: The run

    private func execute(_ flow: Workflow, _ arguments: ProgramArguments) -> Never {
        var options = RunOptions()
        options.scratch = arguments.scratch.map(absolute)
        options.keepsScratch = arguments.keep || arguments.debug
        options.logFile = arguments.log.map(absolute)
        options.grace = arguments.grace
        options.wideningLimit = arguments.widen
        if arguments.debug { options.level = .debug }
        if arguments.quiet { options.level = .warning }
        do {
            let signals = try SignalForwarder([Signals.interrupt, Signals.terminate, Signals.hangup])
            options.signalEvents = signals.events.number
            let result = Result { try flow.execute(options) }
            _ = consume signals
            _ = try result.get()
            printResults(of: flow)
            end(0)
        } catch let error as RunError {
            end(error.exitCode, error.wasReported ? nil : error.message)
        } catch {
            end(4, "error: \(error)")
        }
    }

    /// What `Return` nodes brought, a line each; with the node's path when there are several such nodes.
    private func printResults(of flow: Workflow) {
        let collectors = flow.nodes.filter { $0 is any ResultCollecting }
        for node in collectors {
            let texts = (node as? any ResultCollecting)?.resultTexts ?? []
            for text in texts { print(collectors.count > 1 ? "\(node.nodePath): \(text)" : text) }
        }
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : Directory.current + "/" + path
    }

    private func say(_ text: String) {
        guard let standardError = try? Descriptor.standardError() else { return }  // closed: nobody listens
        _ = Result { try Array((text + "\n").utf8).withUnsafeBytes { try standardError.writeAll($0) } }
    }

    private func end(_ status: Int32, _ message: String? = nil) -> Never {
        if let message { say(message) }
        OwnProcess.flushOutput()
        OwnProcess.end(status: status)
    }
}
