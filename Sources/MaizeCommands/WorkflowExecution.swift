internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem

/// One run from a command line to its exit status.
struct WorkflowExecution {
    let flow: Workflow
    let line: (Diagnostic) -> String

    func runAndExit(_ arguments: CommonOptions) -> Never {
        OwnProcess.ignoreBrokenPipes()
        var options = runOptions(arguments)
        do {
            let signals = try SignalForwarder([Signals.interrupt, Signals.terminate, Signals.hangup])
            options.signalEvents = signals.events.number
            let result = Result { try flow.execute(options) }
            _ = consume signals
            _ = try result.get()
            printResults()
            Console.end(ExitStatus.done)
        } catch let error as RunError {
            if error.summary == nil, !error.diagnostics.isEmpty {
                for finding in error.diagnostics { Console.say(line(finding)) }
                Console.end(error.exitCode)
            }
            Console.end(error.exitCode, error.wasReported ? nil : error.message)
        } catch {
            Console.end(ExitStatus.machine, "error: \(error)")
        }
    }

    private func runOptions(_ arguments: CommonOptions) -> RunOptions {
        var options = RunOptions()
        options.scratch = arguments.scratch.map(Directory.absolute)
        options.keepsScratch = arguments.keep || arguments.debug
        options.logFile = arguments.log.map(Directory.absolute)
        options.grace = arguments.grace
        options.wideningLimit = arguments.widen
        options.view = arguments.quiet ? .none : .automatic
        options.summarisesFailures = true
        if arguments.debug { options.level = .debug }
        if arguments.quiet { options.level = .warning }
        return options
    }

    /// What `Return` nodes brought, a line each; with the node's path when there are several such nodes.
    private func printResults() {
        let collectors = flow.nodes.filter { $0 is any ResultCollecting }
        for node in collectors {
            let texts = (node as? any ResultCollecting)?.resultTexts ?? []
            for text in texts { print(collectors.count > 1 ? "\(node.nodePath): \(text)" : text) }
        }
    }
}
