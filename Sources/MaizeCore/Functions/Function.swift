/// What a node holds beside its ports and that has parameters: its `@Parameter` properties count as the node's.
///
/// One conforms to `Function1` and the like, or to `Stateful`, not to this protocol itself.
///
///     struct Scale: Function1 {
///         @Parameter var factor = 2.0
///
///         func call(_ number: Double) -> Double { factor * number }
///     }
public protocol Parameterized {
    /// Makes an instance with the defaults of its parameters.
    init()
}

/// A function as a type, so that a node's process finds it by name: a closure could not get there.
///
///     struct Scale: Function1 {
///         @Parameter var factor = 2.0
///
///         func call(_ number: Double) -> Double { factor * number }
///     }
///
/// What a function takes by its call comes through channels, an item for each argument; what it is given once, as an
/// argument with a default would be, is a `@Parameter`. Conform to one of `Function0` to `Function4`, by the number of
/// arguments. `call` may throw; called directly, as in `Scale().call(3)`, it is a function like any other.
///
/// Any stored property that is no `@Parameter` keeps its value from call to call of one node, and never leaves it.
public protocol Function: Parameterized {}

/// A function without arguments.
///
///     struct Dice: Function0 {
///         func call() -> Int { Int.random(in: 1...6) }
///     }
public protocol Function0<Returned>: Function {
    /// What it gives.
    associatedtype Returned: Codable & Sendable

    /// The result.
    func call() throws -> Returned
}

/// A function of one argument.
///
///     struct Parse: Function1 {
///         func call(_ line: String) throws -> Int {
///             guard let number = Int(line) else { throw WorkflowError(.value, "'\(line)' is no number") }
///             return number
///         }
///     }
public protocol Function1<First, Returned>: Function {
    /// What it takes.
    associatedtype First: Codable & Sendable
    /// What it gives.
    associatedtype Returned: Codable & Sendable

    /// The result for an argument.
    func call(_ first: First) throws -> Returned
}

/// A function of two arguments, which may be of different types.
///
///     struct Hypotenuse: Function2 {
///         static var inputs: (String, String) { ("a", "b") }
///
///         func call(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
///     }
public protocol Function2<First, Second, Returned>: Function {
    /// What it takes first.
    associatedtype First: Codable & Sendable
    /// What it takes second.
    associatedtype Second: Codable & Sendable
    /// What it gives.
    associatedtype Returned: Codable & Sendable

    /// The names of the inputs outside Swift; `first` and `second` unless declared.
    static var inputs: (String, String) { get }

    /// The result for two arguments.
    func call(_ first: First, _ second: Second) throws -> Returned
}

/// A function of three arguments.
///
///     struct Clamp: Function3 {
///         func call(_ value: Int, _ least: Int, _ most: Int) -> Int { min(max(value, least), most) }
///     }
public protocol Function3<First, Second, Third, Returned>: Function {
    /// What it takes first.
    associatedtype First: Codable & Sendable
    /// What it takes second.
    associatedtype Second: Codable & Sendable
    /// What it takes third.
    associatedtype Third: Codable & Sendable
    /// What it gives.
    associatedtype Returned: Codable & Sendable

    /// The names of the inputs outside Swift; `first`, `second` and `third` unless declared.
    static var inputs: (String, String, String) { get }

    /// The result for three arguments.
    func call(_ first: First, _ second: Second, _ third: Third) throws -> Returned
}

/// A function of four arguments.
///
///     struct Label: Function4 {
///         func call(_ name: String, _ number: Int, _ mass: Double, _ isNew: Bool) -> String {
///             "\(name)-\(number) \(mass)" + (isNew ? " (new)" : "")
///         }
///     }
public protocol Function4<First, Second, Third, Fourth, Returned>: Function {
    /// What it takes first.
    associatedtype First: Codable & Sendable
    /// What it takes second.
    associatedtype Second: Codable & Sendable
    /// What it takes third.
    associatedtype Third: Codable & Sendable
    /// What it takes fourth.
    associatedtype Fourth: Codable & Sendable
    /// What it gives.
    associatedtype Returned: Codable & Sendable

    /// The names of the inputs outside Swift; `first`, `second`, `third` and `fourth` unless declared.
    static var inputs: (String, String, String, String) { get }

    /// The result for four arguments.
    func call(_ first: First, _ second: Second, _ third: Third, _ fourth: Fourth) throws -> Returned
}

extension Function2 {
    /// `first` and `second`.
    public static var inputs: (String, String) { ("first", "second") }
}

extension Function3 {
    /// `first`, `second` and `third`.
    public static var inputs: (String, String, String) { ("first", "second", "third") }
}

extension Function4 {
    /// `first`, `second`, `third` and `fourth`.
    public static var inputs: (String, String, String, String) { ("first", "second", "third", "fourth") }
}
