internal import MaizeCore

extension Graph {
    /// Connects an output with one more input: behind one that is connected already stands a `Copy` then.
    func connectShared<Item>(_ output: Output<Item>, to input: Input<Item>) throws {
        guard let channel = output.channel, let sender = output.owner else {
            return try connect(output, to: input)
        }
        if let copy = channel.receiver.owner as? Copy<Item> { return try connect(copy.out, to: input) }
        let copy = try add(Copy<Item>.self, name: freeName("\(sender.name).copy"))
        channel.move(sender: copy.out.element(at: 0))
        try connect(output, to: copy.inp)
        try connect(copy.out, to: input)
    }
}
