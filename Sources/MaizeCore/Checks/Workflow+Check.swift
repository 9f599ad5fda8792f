extension Workflow {
    /// Everything that is wrong with the workflow as far as can be known before it runs, all at once.
    ///
    /// A required parameter that is mapped to an option without a value is a warning here: the option may come later.
    public final func check() -> [Diagnostic] { findings(optionsAreComplete: false) }

    /// As `check()`, when no option can come any more.
    package final func checkBeforeRun() -> [Diagnostic] { findings(optionsAreComplete: true) }

    private func findings(optionsAreComplete: Bool) -> [Diagnostic] {
        if case .failure(let error) = Result(catching: { try buildIfNeeded() }) {
            return [Diagnostic(.error, path: "", "the workflow cannot be built: \(error)")]
        }
        var found = pushValuesDown()
        if let problem = NameRule.problem(with: name) {
            found.append(Diagnostic(.error, path: "", "the workflow's name \(name.debugDescription) \(problem)"))
        }
        if nodes.isEmpty { found.append(Diagnostic(.error, path: "", "the workflow has no nodes; add at least one")) }
        for node in nodes where !node.repeatsAnother {
            found += portFindings(of: node, optionsAreComplete: optionsAreComplete)
            let values =
                parameterFindings(of: node, optionsAreComplete: optionsAreComplete)
                + pathFindings(of: node)
                + ruleFindings(of: node, node.parameters + node.inputs)
            let lacksValues = node.parameters.contains { !$0.isDeclaredOptional && !$0.hasValue }
            found += values.isEmpty && !lacksValues ? validationFindings(of: node) : values
            found += passFindings(of: node) + hiddenValues(of: node)
        }
        for case let graph as any LateWiring in graphs {
            found += portFindings(of: graph, optionsAreComplete: optionsAreComplete)
            found += parameterFindings(of: graph, optionsAreComplete: optionsAreComplete)
        }
        for graph in graphs where graph !== self { found += ruleFindings(of: graph, graph.parameters) }
        for graph in graphs { found += valueConflicts(of: graph) }
        found += CycleCheck.findings(nodes: nodes, channels: channels)
        let mask = SecretMask(self)
        // What rules, conversions and nodes themselves say of a value is theirs.
        return mask.texts.isEmpty ? found : found.map { $0.masked(by: mask) }
    }

    /// Gives each mapped parameter the value of the one that drives it: one that was set wins, a default only where
    /// the inner one was not set.
    ///
    /// What a value cannot be made for is an error of the check.
    package final func pushParametersDown() { _ = pushValuesDown() }

    private func pushValuesDown() -> [Diagnostic] {
        var found: [Diagnostic] = []
        for graph in graphs {
            for outer in graph.parameters where outer.hasValue {
                for target in outer.targets where outer.isSet || !isSetAlready(target) {
                    // That a channel is connected as well is told by valueConflicts(of:).
                    if (target as? InputPort)?.leaf.isConnected == true { continue }
                    guard case .failure(let error) = Result(catching: { try outer.copyValue(to: target) }) else {
                        continue
                    }
                    let message = (error as? WorkflowError)?.message ?? "\(error)"
                    let path = graph.componentPath.description
                    found.append(Diagnostic(.error, path: path, interface: outer.name, message))
                }
            }
            guard let late = graph as? any LateWiring,
                case .failure(let error) = Result(catching: { try late.wire() })
            else { continue }
            let message = (error as? WorkflowError)?.message ?? "\(error)"
            found.append(Diagnostic(.error, path: graph.componentPath.description, message))
        }
        return found
    }

    private func isSetAlready(_ target: Interface) -> Bool {
        if let parameter = target as? AnyParameter { return parameter.isSet }
        return ((target as? AnyPort)?.leaf as? InputPort)?.wasGiven ?? false
    }

    private func portFindings(of node: Component, optionsAreComplete: Bool) -> [Diagnostic] {
        node.ports.compactMap { port in
            guard !port.isConnected, !port.leaf.isConnected, !port.isWiredLate else { return nil }
            guard !port.isOptional || isMissed(port, by: node) else { return nil }
            let places: [AnyPort] = (port as? MultiInputPort)?.elements ?? [port]
            let unfed = places.filter { !(($0 as? InputPort)?.isFed ?? false) }
            if !unfed.isEmpty, unfed.allSatisfy(\.isMapped) {
                return Diagnostic(
                    optionsAreComplete ? .error : .warning,
                    path: node.componentPath.description,
                    interface: port.name,
                    "this input has no value; \(advice(on: unfed[0]))"
                        + (port.isOptional ? ", since the node has other work and needs it for that" : "")
                )
            }
            switch port {
            case let input as InputPort where input.isFed: return nil
            case is InputPort, is MultiInputPort:
                return Diagnostic(
                    .error,
                    path: node.componentPath.description,
                    interface: port.name,
                    "this input is not connected; connect an output of \(TypeText.text(of: port.itemType)) to it"
                        + (port is InputPort ? ", give it a value, or declare it optional" : ", or declare it optional")
                )
            default:
                return Diagnostic(
                    .error,
                    path: node.componentPath.description,
                    interface: port.name,
                    "this output is not connected; connect it to an input of \(TypeText.text(of: port.itemType)) (a Discard,"
                        + " which files call Void, takes anything), or declare it optional"
                )
            }
        }
    }

    private func parameterFindings(of node: Component, optionsAreComplete: Bool) -> [Diagnostic] {
        node.parameters.compactMap { parameter in
            guard !parameter.hasValue, !(node.parent is any LateWiring) else { return nil }
            guard !parameter.isOptional || isMissed(parameter, by: node) else { return nil }
            let mayCome = parameter.isMapped && !optionsAreComplete
            return Diagnostic(
                mayCome ? .warning : .error,
                path: node.componentPath.description,
                interface: parameter.name,
                parameter.isMapped
                    ? "this parameter has no value; \(advice(on: parameter))"
                        + (parameter.isOptional ? ", since the node has other work and needs it for that" : "")
                    : "this parameter has no value; give it one, or map it to an option"
            )
        }
    }

    /// How something gets a value that comes from elsewhere.
    private func advice(on interface: Interface) -> String {
        var source = driver(of: interface)
        while let inner = source, let outer = driver(of: inner) { source = outer }
        guard let source else { return "give the option that is mapped to it" }
        guard source.owner === self else { return "set '\(source.location)', which gives it its value" }
        let help = source.help.isEmpty ? "" : " (\(source.help))"
        return "give the option --\(ReservedOptions.normalised(source.name))\(help)"
    }

    /// Whether only an option says that there need be no value, and the node runs all the same.
    private func isMissed(_ interface: Interface, by component: Component) -> Bool {
        interface.wasMadeOptional && !interface.isDeclaredOptional && (component as? Node)?.isSkipped == false
    }

    private func pathFindings(of node: Node) -> [Diagnostic] {
        (node.parameters + node.inputs).compactMap { interface in
            interface.pathProblem.map { problem in
                Diagnostic(
                    .error,
                    path: node.componentPath.description,
                    interface: (interface as? AnyPort)?.label ?? interface.name,
                    "the value of this \(interface is AnyPort ? "input" : "parameter") \(problem)"
                )
            }
        }
    }

    private func ruleFindings(of component: Component, _ interfaces: [Interface]) -> [Diagnostic] {
        interfaces.compactMap { interface in
            interface.ruleProblem.map { problem in
                Diagnostic(
                    .error,
                    path: component.componentPath.description,
                    interface: (interface as? AnyPort)?.label ?? interface.name,
                    "the value \(problem)"
                )
            }
        }
    }

    /// What the node itself finds, once its values can be read.
    private func validationFindings(of node: Node) -> [Diagnostic] {
        guard case .failure(let error) = Result(catching: { try node.validate() }) else { return [] }
        let message = (error as? WorkflowError)?.message ?? "\(error)"
        return [Diagnostic(.error, path: node.componentPath.description, message)]
    }

    /// A limit for the passes of a node that makes only one.
    private func passFindings(of node: Node) -> [Diagnostic] {
        guard node.options.maxLoops != nil, !RunPlan.loops(node) else { return [] }
        return [
            Diagnostic(
                .warning,
                path: node.componentPath.description,
                "a limit of passes (maxLoops, max_loops) does nothing here: the node makes one pass, in which it goes"
                    + " through its streams; set loop as well if it is to be called again"
            )
        ]
    }

    /// Inputs that were given a value before a channel was connected to them.
    private func hiddenValues(of node: Node) -> [Diagnostic] {
        node.inputs.filter { $0.isConnected && $0.wasGiven && !$0.isMapped }.map { input in
            Diagnostic(
                .warning,
                path: node.componentPath.description,
                interface: input.label,
                "this input was given a value, and a channel is connected to it: the value is never used; remove one of"
                    + " both"
            )
        }
    }

    /// Inputs that a parameter drives and that are connected as well.
    private func valueConflicts(of graph: Graph) -> [Diagnostic] {
        graph.parameters.flatMap(\.targets).compactMap { target in
            guard let input = target as? InputPort, input.leaf.isConnected else { return nil }
            return Diagnostic(
                .error,
                path: input.owner?.componentPath.description ?? "",
                interface: input.name,
                "a parameter drives this input, and a channel is connected to it; remove one of both"
            )
        }
    }
}

extension InputPort {
    /// Whether anything feeds the input itself, or the inner one that it stands for.
    fileprivate var isFed: Bool { isSet || (leaf as? InputPort)?.isSet ?? false }
}
