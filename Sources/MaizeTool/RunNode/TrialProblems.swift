internal import MaizeCore

/// What is wrong with a node alone, in words of its command line.
extension NodeTrial {
    /// What the node cannot do without and was not given.
    static func missing(in component: Component, _ words: RunNodeCommand) -> [String] {
        let fed = Set(words.inputs.map(\.port))
        let inputs = component.ports.filter { $0 is InputPort || $0 is MultiInputPort }.filter { port in
            let hasValue = (port as? InputPort)?.hasValue ?? false
            return !port.isOptional && !hasValue && !fed.contains(port.name) && !fed.contains(port.propertyName)
        }
        let given = Set(words.parameters.map { $0.name.replacing("-", with: "_") })
        let parameters = component.parameters.filter { $0.isNeeded && !given.contains($0.name) }
        return inputs.map { "input '\($0.name)' gets no items; add --in \($0.name)=FILE" + help(on: $0) }
            + parameters.map { "parameter '\($0.name)' has no value; add --param \($0.name)=VALUE" + help(on: $0) }
    }

    private static func help(on interface: Interface) -> String {
        interface.help.isEmpty ? "" : "  (\(interface.help))"
    }

    /// A finding of the check, of which the node's own name says nothing to somebody who has only one.
    static func message(_ finding: Diagnostic) -> String {
        finding.interface.map { "'\($0)': \(finding.message)" } ?? finding.message
    }
}

extension Component {
    /// The port of this name.
    ///
    /// - Throws: `WorkflowError` with the nearest name, or with the option that would do.
    func port(_ name: String, isInput: Bool) throws -> AnyPort {
        func isInputPort(_ port: AnyPort) -> Bool { port is InputPort || port is MultiInputPort }
        func isCalledSo(_ interface: Interface) -> Bool { interface.name == name || interface.propertyName == name }
        let what = isInput ? "input" : "output"
        guard let port = ports.first(where: isCalledSo) else {
            if parameters.contains(where: isCalledSo) {
                throw WorkflowError(.value, "'\(name)' is a parameter; write --param \(name)=VALUE")
            }
            let known = ports.filter { isInputPort($0) == isInput }.map(\.name)
            let suggestion = NearestName.suggestion(for: name, among: known)
            throw WorkflowError(.value, "'\(type(of: self).typeName)' has no \(what) '\(name)'\(suggestion)")
        }
        guard isInputPort(port) == isInput else {
            throw WorkflowError(
                .value,
                "'\(name)' is an \(isInput ? "output" : "input"); write --\(isInput ? "out" : "in") \(name)=FILE"
            )
        }
        return port
    }

    /// The parameter of this name.
    ///
    /// - Throws: `WorkflowError` with the nearest name, or with the option that would do.
    func parameter(_ name: String) throws -> AnyParameter {
        let outer = name.replacing("-", with: "_")
        if let found = parameters.first(where: { $0.name == outer || $0.propertyName == name }) { return found }
        if ports.contains(where: { $0.name == outer }) {
            throw WorkflowError(.value, "'\(name)' is a port; write --in \(name)=FILE")
        }
        let suggestion = NearestName.suggestion(for: name, among: parameters.map(\.name))
        throw WorkflowError(.value, "'\(type(of: self).typeName)' has no parameter '\(name)'\(suggestion)")
    }
}

extension Result where Success == Void {
    /// What went wrong, for a list of problems.
    var problems: [String] {
        guard case .failure(let error) = self else { return [] }
        return [(error as? WorkflowError)?.message ?? "\(error)"]
    }
}
