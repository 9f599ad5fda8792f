internal import MaizeCore
internal import MaizeWire

/// A call of a method, as it travels to the process of the object.
protocol MethodCall<Object>: Codable {
    associatedtype Object: Stateful

    /// Makes the call; the encoded result.
    func perform(on object: inout Object) throws -> [UInt8]
}

struct MethodCall0<Body: Method0>: MethodCall {
    func perform(on object: inout Body.Object) throws -> [UInt8] {
        try ItemCoder.encodeItem(Body.call(on: &object))
    }
}

struct MethodCall1<Body: Method1>: MethodCall {
    let first: Body.First

    func perform(on object: inout Body.Object) throws -> [UInt8] {
        try ItemCoder.encodeItem(Body.call(on: &object, first))
    }
}

struct MethodCall2<Body: Method2>: MethodCall {
    let first: Body.First
    let second: Body.Second

    func perform(on object: inout Body.Object) throws -> [UInt8] {
        try ItemCoder.encodeItem(Body.call(on: &object, first, second))
    }
}

/// A call with the name of its type, since calls of any method come to one object.
struct MethodRequest: Codable, Sendable {
    private let type: String
    private let call: [UInt8]

    init<Call: MethodCall>(_ call: Call) throws {
        guard let name = TypeResolution.name(of: Call.self) else { throw MethodRequest.unknownType(Call.self) }
        type = name
        self.call = try ItemCoder.encodeItem(call)
    }

    /// Makes the call on an object of its type; the encoded result.
    func perform<Object: Stateful>(on object: inout Object) throws -> [UInt8] {
        guard let found = TypeResolution.type(named: type) as? any MethodCall<Object>.Type else {
            throw WorkflowError(.type, "\(Object.self) has no method of the type \(type)")
        }
        return try perform(found, on: &object)
    }

    private func perform<Object, Call: MethodCall<Object>>(_ type: Call.Type, on object: inout Object) throws -> [UInt8]
    {
        try ItemCoder.decodeItem(type, from: call).perform(on: &object)
    }

    /// Throws where the type of a method could not be found by another process.
    static func check<Call: MethodCall>(_ type: Call.Type, of method: Any.Type) throws {
        if TypeResolution.name(of: type) == nil { throw unknownType(method) }
    }

    private static func unknownType(_ type: Any.Type) -> WorkflowError {
        WorkflowError(
            .type,
            "method \(type) is private or local to a function, so the process of its object could not find it; make it"
                + " internal or public, and declare it outside of functions"
        )
    }
}
