/// What `Optional` is, to code that does not know what it wraps.
protocol OptionalValue {
    static var empty: Self { get }
    var isEmpty: Bool { get }
    static var wrappedType: Any.Type { get }
}

extension Optional: OptionalValue {
    static var empty: Wrapped? { nil }
    var isEmpty: Bool { self == nil }
    static var wrappedType: Any.Type { Wrapped.self }
}

func isNilLiteralType(_ type: Any.Type) -> Bool { type is any OptionalValue.Type }
func isNil<Value>(_ value: Value) -> Bool { (value as? any OptionalValue)?.isEmpty ?? false }
func nilValue<Value>(of type: Value.Type) -> Value? {
    (type as? any OptionalValue.Type).flatMap { $0.empty as? Value }
}
