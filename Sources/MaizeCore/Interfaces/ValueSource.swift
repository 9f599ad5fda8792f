/// Where the value of a parameter comes from, when its type is known only to the parameter.
package protocol ValueSource {
    /// The value as the type that takes it.
    func value<Value: Decodable>(as type: Value.Type) throws -> Value
}
