internal import MaizeCore
internal import MaizeWire

extension Parallel: LateWiring {
    /// Connects what is in use of the worker's ports, and gives each branch the values of the inputs that have one.
    package func wire() throws {
        guard let dispatcher else { return }
        var sharesItems = false
        for (place, lane) in dispatcher.lanes.enumerated() {
            let inputs = workers.map { $0.singleInputs[place] }
            if lane.source.isConnected || lane.source.wasPreloaded {
                sharesItems = true
                if lane.branches.elements.isEmpty { try connect(lane, to: inputs) }
            } else if let value = try lane.source.encodedValue() {
                for input in inputs { try (input.leaf as? InputPort)?.setEncoded(value) }
            }
        }
        for (place, collector) in collectors.enumerated() where collector.results.isConnected {
            guard collector.branches.elements.isEmpty else { continue }
            try connect(workers.map { $0.singleOutputs[place] }, to: collector)
            if keepsOrder {
                collector.failOK = toleratesFailures
                // However far the branches are ahead of the slowest one, this must not be what holds them up.
                let capacity = min(branches * (Channel.defaultCapacity + 2), Channel.maximumCapacity)
                try connect(any: dispatcher.orders[place], to: collector.turns, capacity: capacity)
            }
        }
        if !sharesItems { try refuseIdling(dispatcher) }
    }

    private func connect(_ lane: any DispatchLane, to inputs: [InputPort]) throws {
        for input in inputs {
            let mode = lane.source.channel?.mode
            try connect(any: lane.branches, to: input, capacity: 1, mode: mode, traits: .onDemand)
        }
    }

    private func connect(_ outputs: [OutputPort], to collector: any ResultCollector) throws {
        for output in outputs {
            let mode = collector.results.channel?.mode
            try connect(any: output, to: collector.branches, mode: mode, traits: keepsOrder ? .numbered : [])
        }
    }

    /// Values alone give no work; an input that needs something and has nothing is found by the check.
    private func refuseIdling(_ dispatcher: ParallelDispatcher<Worker>) throws {
        let inputs = ports.compactMap { $0 as? InputPort }
        guard inputs.allSatisfy({ $0.isOptional || $0.isSet || ($0.leaf as? InputPort)?.isSet ?? false }) else {
            return
        }
        let names = inputs.map { "'\($0.name)'" }.joined(separator: ", ")
        throw WorkflowError(
            .connection,
            "no channel leads here, so there are no items to be shared; connect an output to \(names)"
        )
    }
}

extension Component {
    /// The inputs that take one channel, in the order of their declaration.
    var singleInputs: [InputPort] { ports.compactMap { $0 as? InputPort } }
    /// The outputs that take one channel, likewise.
    var singleOutputs: [OutputPort] { ports.compactMap { $0 as? OutputPort } }
}
