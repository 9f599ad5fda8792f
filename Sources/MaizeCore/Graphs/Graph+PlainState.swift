extension Graph {
    /// Refuses stored properties that are neither ports nor parameters and that the closure of `add` changed: they
    /// would not reach the node's process.
    ///
    /// They are compared with a fresh instance, which also shows a change inside an object. What differs from one
    /// fresh instance to the next (a random number, the time) is compared with what it was `before`. The error names
    /// the component, or that which stands for it in the program.
    final func refusePlainState(
        of component: Component,
        before: [StoredProperty],
        named other: Component? = nil
    ) throws {
        let type = type(of: component)
        let after = plainState(of: component)
        let fresh = plainState(of: type.init())
        guard let first = after.indices.first(where: { !looksSame(after[$0].value, fresh[$0].value) }) else { return }
        let another = plainState(of: type.init())
        let changed = after.indices[first...].first { place in
            if looksSame(after[place].value, fresh[place].value) { return false }
            let isSteady = looksSame(fresh[place].value, another[place].value)
            return isSteady || !looksSame(after[place].value, before[place].value)
        }
        guard let name = changed.map({ after[$0].label }) else { return }
        throw WorkflowError(
            .value,
            path: (other ?? component).componentPath.description,
            "'\(name)' was set here but is not a @Parameter, so it does not reach the node's process;"
                + " declare it as `@Parameter var \(name)`"
        )
    }
}

/// The stored properties that are neither ports nor parameters.
func plainState(of component: Component) -> [StoredProperty] {
    storedProperties(of: component, below: [Node.self, Component.self]).filter { !($0.value is Interface) }
}

/// Whether two values are equal as far as can be told: by `==` where they have it, else part by part.
private func looksSame(_ left: Any, _ right: Any, depth: Int = 0) -> Bool {
    if let equatable = left as? any Equatable { return isEqual(equatable, right) }
    guard depth < 8 else { return true }
    // Tables with the same contents may have them in another order.
    if let left = left as? [AnyHashable: Any], let right = right as? [AnyHashable: Any] {
        return left.count == right.count
            && left.allSatisfy { key, value in
                right[key].map { looksSame(value, $0, depth: depth + 1) } ?? false
            }
    }
    let parts = (Mirror(reflecting: left), Mirror(reflecting: right))
    guard parts.0.children.count == parts.1.children.count else { return false }
    return zip(parts.0.children, parts.1.children).allSatisfy { looksSame($0.value, $1.value, depth: depth + 1) }
}

private func isEqual<Value: Equatable>(_ left: Value, _ right: Any) -> Bool {
    (right as? Value).map { $0 == left } ?? false
}
