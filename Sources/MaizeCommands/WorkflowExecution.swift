package import MaizeCore
package import MaizeRuntime
internal import MaizeSystem

/// One run from a command line to its exit status.
package struct WorkflowExecution {
    let flow: Workflow
    /// Puts a finding of the check at its place.
    let finding: (Diagnostic) -> CheckFinding
    /// What the user typed to get here.
    let commandName: String

    package init(
        flow: Workflow,
        finding: @escaping (Diagnostic) -> CheckFinding = { CheckFinding($0) },
        commandName: String
    ) {
        self.flow = flow
        self.finding = finding
        self.commandName = commandName
    }

    /// How a run ended.
    package struct End {
        package var status: Int32
        var summary: RunSummary?
        /// Why it did not complete.
        var message: String?
        var isDeadlock = false
    }

    func runAndExit(_ arguments: CommonOptions) -> Never {
        OwnProcess.ignoreBrokenPipes()
        let options = runOptions(arguments)
        if arguments.json { runWithEvents(options) }
        let end = run(options)
        if end.status == ExitStatus.done {
            printResults()
        } else if end.isDeadlock, options.deadlock == .report {
            // What the rest of the run came to is wanted all the more.
            printResults(end.summary)
        }
        Console.end(end.status)
    }

    /// Runs the workflow, and says on standard error what the run could not say itself.
    package func run(_ options: RunOptions) -> End {
        var options = options
        do {
            let signals = try SignalForwarder([Signals.interrupt, Signals.terminate, Signals.hangup])
            options.signalEvents = signals.events.number
            let result = Result { try flow.execute(options) }
            _ = consume signals
            return End(status: ExitStatus.done, summary: try result.get())
        } catch let error as RunError {
            if error.summary == nil, !error.diagnostics.isEmpty {
                for finding in error.diagnostics { Console.say(self.finding(finding).description) }
                if let line = MissingOptions.line(of: flow, command: commandName) { Console.say(line) }
            } else if !error.wasReported || options.logFile != nil {
                // What is only in a file is not on the screen.
                Console.say(error.message)
            }
            let isDeadlock = error.code == .deadlock
            return End(
                status: error.exitCode,
                summary: error.summary,
                message: error.message,
                isDeadlock: isDeadlock
            )
        } catch {
            Console.say("error: \(error)")
            return End(status: ExitStatus.machine, message: "\(error)")
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
            Console.show(texts.map { text in collectors.count > 1 ? "\(node.nodePath): \(text)" : text })
        }
    }
}
