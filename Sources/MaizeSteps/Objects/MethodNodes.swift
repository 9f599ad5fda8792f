internal import MaizeCore
internal import MaizeWire

/// What the nodes that call methods share: a request goes to the object, and its answer is the result.
class MethodNode<Returned: Codable & Sendable>: Node, MethodCalling {
    let request = Output<MethodRequest>()
    let answer = Input<[UInt8]>()
    let out = Output<Returned>(optional: true)

    var requestPort: OutputPort { request }
    var answerPort: InputPort { answer }

    final func send<Call: MethodCall>(_ call: Call) throws {
        try request.send(MethodRequest(call))
        try out.send(ItemCoder.decodeItem(Returned.self, from: answer.receive()))
    }
}

final class MethodNode0<Body: Method0>: MethodNode<Body.Returned> {
    override func run() throws { try send(MethodCall0<Body>()) }
}

final class MethodNode1<Body: Method1>: MethodNode<Body.Returned> {
    let first = Input<Body.First>()

    override func run() throws {
        try runPasses(over: [first]) {
            guard try first.hasNext() else { return false }
            try send(MethodCall1<Body>(first: first.receive()))
            return true
        }
    }
}

final class MethodNode2<Body: Method2>: MethodNode<Body.Returned> {
    let first = Input<Body.First>()
    let second = Input<Body.Second>()

    override func run() throws {
        try runPasses(over: [first, second]) {
            guard try first.hasNext(), try second.hasNext() else { return false }
            try send(MethodCall2<Body>(first: first.receive(), second: second.receive()))
            return true
        }
    }
}
