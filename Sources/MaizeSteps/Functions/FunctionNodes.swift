public import MaizeCore

/// Calls a function without arguments once, and sends what it gives.
///
///     FunctionNode0<Dice> ─▶ out
///
///     struct Dice: Function0 {
///         func call() -> Int { Int.random(in: 1...6) }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("game")
///         let dice = try flow.add(Dice.self)
///         try flow.connect(dice.out, to: flow.add(LogResult<Int>.self).inp)
///         return flow
///     }
public final class FunctionNode0<Body: Function0>: FunctionNode<Body> {
    /// The result; need not be connected.
    public let out = Output<Body.Returned>(optional: true)

    /// Calls the function.
    override public func run() throws { try out.send(function.call()) }
}

/// Calls a function of two arguments with one item of each input.
///
///     first  3, 5 ─▶ FunctionNode2<Hypotenuse> ─▶ 5, 13
///     second 4, 12 ─▶
///
/// The inputs are called `first` and `second` in Swift, and in files as the function's `inputs` says. An input that has a
/// value in place of a channel gives it for each call; where both have one, the function is called once. It ends with the
/// first input that does; what the other one still has then is not taken, and counted as undelivered.
///
///     struct Hypotenuse: Function2 {
///         static var inputs: (String, String) { ("a", "b") }
///
///         func call(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("triangles")
///         let side = try flow.add(LoadData<Double>.self) { $0.data = 3 }
///         let long = try flow.add(Hypotenuse.self) { try $0.second.set(4) }
///         try flow.connect(side.out, to: long.first)
///         return flow
///     }
public final class FunctionNode2<Body: Function2>: FunctionNode<Body> {
    /// The first arguments.
    public let first = Input<Body.First>(name: Body.inputs.0)
    /// The second arguments.
    public let second = Input<Body.Second>(name: Body.inputs.1)
    /// A result for each pair; need not be connected.
    public let out = Output<Body.Returned>(optional: true)

    /// Calls the function until an input has ended.
    override public func run() throws {
        try runPasses {
            guard try first.hasNext(), try second.hasNext() else { return false }
            try out.send(function.call(first.receive(), second.receive()))
            return true
        }
    }
}

/// Calls a function of three arguments with one item of each input: as `FunctionNode2`, with an input more.
///
///     first, second, third ─▶ FunctionNode3<Clamp> ─▶ out
///
///     struct Clamp: Function3 {
///         func call(_ value: Int, _ least: Int, _ most: Int) -> Int { min(max(value, least), most) }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("clamp")
///         try flow.add(Clamp.self) {
///             try $0.second.set(0)
///             try $0.third.set(9)
///         }
///         return flow
///     }
public final class FunctionNode3<Body: Function3>: FunctionNode<Body> {
    /// The first arguments.
    public let first = Input<Body.First>(name: Body.inputs.0)
    /// The second arguments.
    public let second = Input<Body.Second>(name: Body.inputs.1)
    /// The third arguments.
    public let third = Input<Body.Third>(name: Body.inputs.2)
    /// A result for each set of arguments; need not be connected.
    public let out = Output<Body.Returned>(optional: true)

    /// Calls the function until an input has ended.
    override public func run() throws {
        try runPasses {
            guard try first.hasNext(), try second.hasNext(), try third.hasNext() else { return false }
            try out.send(function.call(first.receive(), second.receive(), third.receive()))
            return true
        }
    }
}

/// Calls a function of four arguments with one item of each input: as `FunctionNode2`, with two inputs more.
///
///     first, second, third, fourth ─▶ FunctionNode4<Label> ─▶ out
///
///     struct Label: Function4 {
///         func call(_ name: String, _ number: Int, _ mass: Double, _ isNew: Bool) -> String {
///             "\(name)-\(number) \(mass)" + (isNew ? " (new)" : "")
///         }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("labels")
///         try flow.add(Label.self) { try $0.fourth.set(true) }
///         return flow
///     }
public final class FunctionNode4<Body: Function4>: FunctionNode<Body> {
    /// The first arguments.
    public let first = Input<Body.First>(name: Body.inputs.0)
    /// The second arguments.
    public let second = Input<Body.Second>(name: Body.inputs.1)
    /// The third arguments.
    public let third = Input<Body.Third>(name: Body.inputs.2)
    /// The fourth arguments.
    public let fourth = Input<Body.Fourth>(name: Body.inputs.3)
    /// A result for each set of arguments; need not be connected.
    public let out = Output<Body.Returned>(optional: true)

    /// Calls the function until an input has ended.
    override public func run() throws {
        try runPasses {
            guard try first.hasNext(), try second.hasNext(), try third.hasNext(), try fourth.hasNext() else {
                return false
            }
            try out.send(function.call(first.receive(), second.receive(), third.receive(), fourth.receive()))
            return true
        }
    }
}
