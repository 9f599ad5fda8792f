internal import MaizeCore

/// The place in a multi port that a received index means.
struct PortIndex {
    /// The port with the places.
    let port: AnyPort
    /// How many places it has.
    let count: Int
    /// Whether an index past the end means the last place.
    let clips: Bool

    /// Refuses a value in place of a channel that means none; that a port has no place at all is told otherwise.
    func validate(_ input: Input<Int>) throws {
        if count > 0, let index = input.valueInPlace { _ = try place(of: index, from: input) }
    }

    /// The place for an index that came on `input`.
    func place(of index: Int, from input: Input<Int>) throws -> Int {
        if index < count { return index }
        if clips { return count - 1 }
        throw WorkflowError(
            .value,
            path: input.owner.flatMap { $0 as? Node }?.nodePath.description ?? "",
            "the index on '\(input.name)' is \(index), but '\(port.name)' has \(count == 1 ? "one channel" : "\(count) channels")"
                + " (the first is 0); connect more, or set 'clip' to let it mean the last one"
        )
    }
}
