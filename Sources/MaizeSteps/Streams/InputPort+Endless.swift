internal import MaizeCore

extension InputPort {
    /// Throws where the port has a value in place of a channel: a node that gathers to the end would never come to it.
    func refuseEndlessValue() throws {
        guard !isConnected, hasValue else { return }
        throw WorkflowError(
            .value,
            "\(name) has a value, which would come for ever; connect a node to it, such as LoadData"
        )
    }
}
