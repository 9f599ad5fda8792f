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
            do {
                _ = try result.get()
            } catch let error as RunError where error.code == .deadlock && options.deadlock == .report {
                // What the rest of the run came to is wanted all the more.
                printResults(error.summary)
                throw error
            }
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
        options.deadlock = arguments.deadlock.policy
        if arguments.debug { options.level = .debug }
        if arguments.quiet { options.level = .warning }
        return options
    }

    /// What `Return` nodes brought, a line each; with the node's path when there are several such nodes.
    ///
    /// - Parameter summary: Given after a run that did not complete: only of nodes that did.
    private func printResults(_ summary: RunSummary? = nil) {
        let collectors = flow.nodes.filter { $0 is any ResultCollecting }
        for node in collectors {
            if let summary, summary[node.nodePath.description]?.outcome != .completed { continue }
            let texts = (node as? any ResultCollecting)?.resultTexts ?? []
            for text in texts { print(collectors.count > 1 ? "\(node.nodePath): \(text)" : text) }
        }
    }
}
