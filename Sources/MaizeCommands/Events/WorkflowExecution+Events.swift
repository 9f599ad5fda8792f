internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem
internal import MaizeWire
internal import Synchronization

/// A run whose events, summary and results go to standard output as lines of JSON.
extension WorkflowExecution {
    func runWithEvents(_ options: RunOptions) -> Never {
        var options = options
        let last = LastSequence()
        let stream: EventStream?
        do {
            stream = try EventStream()
        } catch {
            Console.say("warning: no events are written: \(error)")
            stream = nil
        }
        // Two writers on one screen: lines do not mind each other, a table would be torn.
        if options.view == .automatic, stream?.isOnTerminal == true { options.view = .lines }
        options.observer = { event in
            last.number.store(event.sequence, ordering: .relaxed)
            stream?.add(EventLine(event: event))
        }
        let end = run(options)
        var line = SummaryLine(
            end.summary,
            workflow: flow.name,
            exitCode: end.status,
            message: end.message,
            sequence: last.number.load(ordering: .relaxed) + 1,
            time: WallClock.now
        )
        line.results = results(end.summary)
        stream?.add(line)
        let patience = end.summary?.signal == nil ? nil : EventStream.patienceAfterSignal
        let loss = stream?.finish(within: patience)
        if loss?.wasTooSlow == true { Console.say("warning: events were left out, as nobody read them for too long") }
        guard let failure = loss?.failure else { Console.end(end.status) }
        Console.end(end.status == ExitStatus.done ? ExitStatus.machine : end.status, Console.lossMessage(failure))
    }

    /// What `Return` nodes that completed have brought; as text where a value cannot be JSON.
    private func results(_ summary: RunSummary?) -> [String: [ResultValue]] {
        var results: [String: [ResultValue]] = [:]
        for node in flow.nodes {
            guard let collector = node as? any ResultCollecting,
                summary?[node.nodePath.description]?.outcome == .completed
            else { continue }
            let values = collector.resultValues.map { ResultValue(value: $0) }
            // What JSON cannot say is told by its text.
            let isEncodable = (try? JSONLine.encoder().encode(values, into: ByteBuffer())) != nil
            results["\(node.nodePath)"] =
                isEncodable ? values : collector.resultTexts.map { ResultValue(value: $0) }
        }
        return results
    }
}

/// The number of the run's last event.
private final class LastSequence: Sendable {
    let number = Atomic<Int>(0)
}
