import Maize
import MaizeTesting
import Testing

struct Sum3: Function3 {
    func call(_ a: Int, _ b: Int, _ c: Int) throws -> Int {
        guard a > 0 else { throw WorkflowError(.value, "a is \(a)") }
        return a + b + c
    }
}

struct Joined4: Function4 {
    func call(_ a: String, _ b: Int, _ c: Double, _ d: Bool) -> String { "\(a)\(b)\(c)\(d)" }
}

struct Seven: Function0 {
    func call() -> Int { 7 }
}

struct Root: Function1 {
    @Parameter var shift = 0.0
    func call(_ number: Double) -> Double { number.squareRoot() + shift }
}

struct Quotient: Function2 {
    func call(_ a: Int, _ b: Int) -> Int { a / b }
}

@Suite(.timeLimit(.minutes(10))) struct RigFunctionTests {
    @Test func `a node gives what its function gives`() throws {
        let root = NodeRig(Root.AsNode.self) { $0.shift = 1 }.function(of: \.inp, giving: \.out)
        #expect(try [4, 9].map(root) == [3, 4])
        let quotient = NodeRig(Quotient.AsNode.self).function(of: \.first, \.second, giving: \.out)
        #expect(try quotient(7, 2) == Quotient().call(7, 2))
        let sum = NodeRig(Sum3.AsNode.self).function(of: \.first, \.second, \.third, giving: \.out)
        #expect(try sum(1, 2, 3) == 6)
        let joined = NodeRig(Joined4.AsNode.self).function(of: \.first, \.second, \.third, \.fourth, giving: \.out)
        #expect(try joined("a", 1, 0.5, true) == "a10.5true")
        #expect(try NodeRig(Seven.AsNode.self).function(giving: \.out)() == 7)
    }

    @Test func `what the node throws is thrown`() throws {
        let sum = NodeRig(Sum3.AsNode.self).function(of: \.first, \.second, \.third, giving: \.out)
        #expect(throws: WorkflowError.self) { try sum(0, 2, 3) }
    }

    @Test(arguments: [([], 0), ([1, 2], 2)])
    func `no item and several are no result`(items: [Int], count: Int) throws {
        let scatter = NodeRig(Scatter<Int>.self).function(of: \.inp, giving: \.out)
        let error = #expect(throws: NodeRigError.self) { try scatter(items) }
        #expect(error?.code == .notOneItem)
        #expect(error?.message.contains("sent \(count) items") == true)
    }
}
