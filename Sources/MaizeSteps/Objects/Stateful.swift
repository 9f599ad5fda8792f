public import MaizeCore

/// An object whose calls come one after the other, in the order of the program, and see what earlier ones left in it.
///
/// It lives in a process of its own, which alone has its state; nothing of it need be `Codable`. What it is given once is
/// a `@Parameter`. What can be called are methods, which are types, as functions are:
///
///     struct Counter: Stateful {
///         @Parameter var start = 0
///         private(set) var total = 0
///
///         init() { total = 0 }
///
///         struct Add: Method1 {
///             static func call(on counter: inout Counter, _ number: Int) -> Int {
///                 counter.total += number
///                 return counter.start + counter.total
///             }
///         }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("counting")
///         let counter = try flow.object(Counter.self) { $0.start = 100 }
///         let one = try counter.call(Counter.Add.self, 1)       // 101
///         try counter.call(Counter.Add.self, one)               // 202
///         return flow
///     }
public protocol Stateful: Parameterized {}

/// A method without arguments of an object in a workflow.
///
///     struct Clock: Stateful { var ticks = 0 }
///
///     struct Tick: Method0 {
///         static func call(on clock: inout Clock) -> Int {
///             clock.ticks += 1
///             return clock.ticks
///         }
///     }
public protocol Method0<Object, Returned> {
    /// What it is called on.
    associatedtype Object: Stateful
    /// What it gives.
    associatedtype Returned: Codable & Sendable

    /// Calls the method; what it throws fails the object's node.
    static func call(on object: inout Object) throws -> Returned
}

/// A method of one argument of an object in a workflow.
///
///     struct Log: Stateful { var lines: [String] = [] }
///
///     struct Append: Method1 {
///         static func call(on log: inout Log, _ line: String) -> Int {
///             log.lines.append(line)
///             return log.lines.count
///         }
///     }
public protocol Method1<Object, First, Returned> {
    /// What it is called on.
    associatedtype Object: Stateful
    /// What it takes.
    associatedtype First: Codable & Sendable
    /// What it gives.
    associatedtype Returned: Codable & Sendable

    /// Calls the method; what it throws fails the object's node.
    static func call(on object: inout Object, _ first: First) throws -> Returned
}

/// A method of two arguments of an object in a workflow.
///
///     struct Table: Stateful { var rows: [String: Double] = [:] }
///
///     struct Insert: Method2 {
///         static func call(on table: inout Table, _ name: String, _ value: Double) -> Double? {
///             table.rows.updateValue(value, forKey: name)
///         }
///     }
public protocol Method2<Object, First, Second, Returned> {
    /// What it is called on.
    associatedtype Object: Stateful
    /// What it takes first.
    associatedtype First: Codable & Sendable
    /// What it takes second.
    associatedtype Second: Codable & Sendable
    /// What it gives.
    associatedtype Returned: Codable & Sendable

    /// Calls the method; what it throws fails the object's node.
    static func call(on object: inout Object, _ first: First, _ second: Second) throws -> Returned
}
