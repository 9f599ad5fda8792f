extension Graph {
    /// Refuses stored properties that are neither ports nor parameters and that the closure of `add` changed: they
    /// would not reach the node's process.
    final func refusePlainState(of component: Component) throws {
        let fresh = type(of: component).init()
        let changed = zip(plainState(of: component), plainState(of: fresh)).first { !looksSame($0.value, $1.value) }
        guard let changed else { return }
        throw WorkflowError(
            .value,
            path: component.path.description,
            "'\(changed.0.label)' was set here but is not a @Parameter, so it does not reach the node's process;"
                + " declare it as `@Parameter var \(changed.0.label)`"
        )
    }
}

private func plainState(of component: Component) -> [(label: String, value: Any)] {
    var found: [(label: String, value: Any)] = []
    var next: Mirror? = Mirror(reflecting: component)
    while let mirror = next, mirror.subjectType != Node.self, mirror.subjectType != Component.self {
        for child in mirror.children {
            if let label = child.label, !(child.value is Interface) { found.append((label, child.value)) }
        }
        next = mirror.superclassMirror
    }
    return found
}

/// Whether two values are equal as far as can be told: by `==` where they have it, else part by part.
private func looksSame(_ left: Any, _ right: Any, depth: Int = 0) -> Bool {
    if let equatable = left as? any Equatable { return isEqual(equatable, right) }
    let parts = (Mirror(reflecting: left), Mirror(reflecting: right))
    guard depth < 8 else { return true }
    guard parts.0.children.count == parts.1.children.count else { return false }
    return zip(parts.0.children, parts.1.children).allSatisfy { looksSame($0.value, $1.value, depth: depth + 1) }
}

private func isEqual<Value: Equatable>(_ left: Value, _ right: Any) -> Bool {
    (right as? Value).map { $0 == left } ?? false
}
