public import MaizeCore

/// Lets several clients share one server: each answer goes back to whoever asked.
///
///     client 0 ─▶ inp[0] ╮             ╭ out_single ─▶ server
///     client 1 ─▶ inp[1] ┤             │
///                        ├ Multiplex ──┤
///     client 0 ◀─ out[0] ┤             │
///     client 1 ◀─ out[1] ╯             ╰ inp_single ◀─ server
///
/// It takes a request of whoever has one, clients in turn, sends it to the server, waits for the one answer, and sends
/// that to the output of the same place. So connect the ports of each client in one order: `out` must have as many
/// channels as `inp`, which the check looks at.
///
/// It ends when all clients have ended their requests, or when the server has ended: a client that waits for an answer
/// then finds its stream ended. A client that takes no more answers is left out; when none is left, the node ends.
///
///     let names = try flow.add(ReadLines.self) { $0.path = "names.txt" }
///     let multiplex = try flow.add(Multiplex<String, String>.self)
///     let server = try flow.add(Command.self) { $0.command = ["sed", "-u", "s/^/Hello /"] }
///     let write = try flow.add(WriteLines.self) { $0.path = "greetings.txt" }
///     try flow.connect(names.out, to: multiplex.inp)
///     try flow.connect(multiplex.out, to: write.inp)
///     try flow.connect(multiplex.outSingle, to: server.inp)
///     try flow.connect(server.out, to: multiplex.inpSingle)
public final class Multiplex<Request: Codable & Sendable, Answer: Codable & Sendable>: LoopedNode, ItemPassing {
    /// The requests of each client.
    public let inp = MultiInput<Request>()
    /// The answers for each client, in the same order of places.
    public let out = MultiOutput<Answer>()
    /// The answers of the server.
    public let inpSingle = Input<Answer>(name: "inp_single")
    /// All requests, to the server.
    public let outSingle = Output<Request>(name: "out_single")

    /// Refuses numbers of clients that differ.
    override public func validate() throws {
        // A port without any channel is told as one that is not connected.
        guard inp.count == out.count || inp.isEmpty || out.isEmpty else {
            throw WorkflowError(
                .connection,
                "'inp' has \(inp.count == 1 ? "one channel" : "\(inp.count) channels") and 'out' has \(out.count); each"
                    + " client needs one of both, in the same order"
            )
        }
    }

    /// Passes one request on, and its answer back.
    override public func run() throws {
        guard let (client, _) = try inp.receiveAnyEncoded({ try outSingle.send($0) }) else { return stopLooping() }
        try inpSingle.receiveEncoded { answer in
            guard try !out.offer(answer, to: client) else { return }
            // Nobody waits for answers to the rest of its requests.
            inp[client].close()
            try out.stopUnlessActive()
        }
    }
}

extension Multiplex: GenericPairComponent {
    /// The node for other types of requests and answers.
    public static func taking<First: Codable & Sendable, Second: Codable & Sendable>(
        _ first: First.Type,
        _ second: Second.Type
    ) -> Component.Type {
        Multiplex<First, Second>.self
    }
}
