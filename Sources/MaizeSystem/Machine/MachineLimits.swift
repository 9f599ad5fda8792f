/// What a run may take of this machine, as far as that is known before it is tried.
package struct MachineLimits: Equatable, Sendable {
    /// Descriptors of one process, as far as it can raise its limit itself.
    package var descriptors: Int
    /// Processes beside those that there are; nil for no limit that matters.
    package var processes: Int?
    /// Bytes of memory that are free.
    package var memory: Int?
    /// Pipes of full size.
    package var pipes: Int?

    package init(descriptors: Int, processes: Int? = nil, memory: Int? = nil, pipes: Int? = nil) {
        self.descriptors = descriptors
        self.processes = processes
        self.memory = memory
        self.pipes = pipes
    }

    /// Of this process on this machine.
    package static var current: MachineLimits {
        let group = ControlGroup.current
        let room = group.processes.map { max(0, $0 - (group.processesUsed ?? 0)) }
        let memory = group.memory.map { max(0, $0 - (group.memoryUsed ?? 0)) }
        return MachineLimits(
            descriptors: Int(clamping: DescriptorLimit.current.hard),
            processes: [ProcessLimits.ofUser, ProcessLimits.ofMachine, room].compactMap(\.self).min(),
            memory: [MemoryInfo.current?.available, memory].compactMap(\.self).min(),
            pipes: PipeQuota.current.fullPipes
        )
    }
}
