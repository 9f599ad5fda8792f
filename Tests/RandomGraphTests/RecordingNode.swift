import Maize
import MaizeCore

/// A node that keeps tallies of what it receives and sends, and leaves them in a file at its end.
class RecordingNode: Node {
    /// Where its record goes.
    @Parameter var recordFolder: String
    /// Each item goes out on one output that follows from its number, not on all.
    @Parameter var spreads = false
    let out = MultiOutput<Parcel>(optional: true)

    private var record = NodeRecord()

    /// What the node does.
    func work() throws {}

    /// A node that loops is not run at all when its input has ended before.
    override final func prepare() throws {
        for port in inputs + outputs { record.tallies[port.label] = Tally() }
        try leaveRecord()
    }

    override final func run() throws {
        let end = Result { try work() }
        try leaveRecord()
        try end.get()
    }

    private func leaveRecord() throws { try record.write(to: recordFolder + "/" + nodePath.description) }

    // MARK: Ports that count

    final func next(_ input: Input<Parcel>) throws -> Parcel? {
        guard let parcel = try input.next() else { return nil }
        return try noted(parcel, at: input.label)
    }

    final func nextOfAny(_ inputs: MultiInput<Parcel>) throws -> Parcel? {
        guard let (index, parcel) = try inputs.receiveAny() else { return nil }
        return try noted(parcel, at: inputs[index].label)
    }

    private func noted(_ parcel: Parcel, at label: String) throws -> Parcel {
        guard parcel.isWhole else { throw DamagedParcel(id: parcel.id) }
        record.tallies[label, default: Tally()].add(parcel)
        return parcel
    }

    final func send(_ parcel: Parcel, to output: Output<Parcel>) throws {
        try output.send(parcel)
        record.tallies[output.label, default: Tally()].add(parcel)
    }

    /// Sends on all outputs, or on the one that the parcel belongs to.
    final func emit(_ parcel: Parcel) throws {
        guard !out.isEmpty else { return }
        if spreads { return try send(parcel, to: out[Int(parcel.id >> 8) % out.count]) }
        for output in out { try send(parcel, to: output) }
    }

    /// Sends several at once on all outputs.
    final func emit(_ parcels: [Parcel]) throws {
        if spreads { return try parcels.forEach(emit) }
        for output in out {
            try output.send(contentsOf: parcels)
            for parcel in parcels { record.tallies[output.label, default: Tally()].add(parcel) }
        }
    }
}
