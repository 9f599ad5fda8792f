internal import MaizeCore
internal import MaizeDocuments

/// What a command line says of a workflow's parameters: values of its own options, and of parameters of nodes.
struct OptionValues {
    /// What is left for the parser.
    let rest: [String]
    private let flow: Workflow
    private let given: [String: [String]]
    private let files: [ParametersFile]
    /// Options that had their values before the workflow was built.
    private let settled: Set<ObjectIdentifier>

    private static let file = OptionSpecification(name: "parameters", form: .one)
    private static let nodeParameter = OptionSpecification(name: "param", form: .each)

    init(_ words: [String], for flow: Workflow) { self.init(words, for: flow, files: nil, settled: []) }

    private init(_ words: [String], for flow: Workflow, files: [ParametersFile]?, settled: Set<ObjectIdentifier>) {
        self.flow = flow
        let own = flow.optionParameters.map(OptionSpecification.init)
        let parted = OptionWords(words, options: own + [OptionValues.file, OptionValues.nodeParameter])
        given = parted.given
        rest = parted.rest
        self.files = files ?? (given[OptionValues.file.name] ?? []).map(ParametersFile.init)
        self.settled = settled
    }

    /// The same words for the same workflow after it was built, whose first options have their values.
    func afterBuild(_ words: [String], first: [AnyParameter]) -> OptionValues {
        OptionValues(words, for: flow, files: files, settled: Set(first.map(ObjectIdentifier.init)))
    }

    /// Gives everything its value: that of the file first, so that those of the command line win.
    ///
    /// - Returns: What is wrong with values that are refused, a line each.
    func apply() -> [String] {
        var problems: [String] = []
        for file in files { problems += file.apply(to: flow, but: settled).map(\.description) }
        var secrets: [SecretWord] = []
        for parameter in flow.optionParameters {
            let name = ReservedOptions.normalised(parameter.name)
            guard let words = given[name] else { continue }
            if !settled.contains(ObjectIdentifier(parameter)) {
                set(parameter, words, "option --\(name)", &secrets, &problems)
            } else if parameter.isSecret {
                secrets += words.map(SecretWord.init)
            }
        }
        // Nodes are known when the workflow is built.
        for (interface, words) in flow.isBuilt ? nodeValues(&problems) : [] {
            set(interface, words, "--param \(interface.location)", &secrets, &problems)
        }
        // A variable may be the source of several, some of which are known when the workflow is built.
        for secret in secrets where flow.isBuilt || !secret.isVariable { secret.erase() }
        return problems
    }

    private func set(
        _ interface: Interface,
        _ words: [String],
        _ option: String,
        _ secrets: inout [SecretWord],
        _ problems: inout [String]
    ) {
        do throws(WorkflowError) {
            try interface.setOption(words, noting: &secrets)
        } catch {
            problems.append("error: \(option): \(error.message)")
        }
    }

    /// The words for each place that `--param` names, in the order in which they are named.
    private func nodeValues(_ problems: inout [String]) -> [(Interface, [String])] {
        var values: [(Interface, [String])] = []
        for word in given[OptionValues.nodeParameter.name] ?? [] {
            guard let end = word.firstIndex(of: "=") else {
                problems.append("error: --param \(word): node.name=value is expected")
                continue
            }
            let text = String(word[word.index(after: end)...])
            do throws(WorkflowError) {
                let interface = try NodePlace(String(word[..<end]), in: flow).interface
                if let place = values.firstIndex(where: { $0.0 === interface }) {
                    values[place].1.append(text)
                } else {
                    values.append((interface, [text]))
                }
            } catch {
                problems.append("error: --param \(word[..<end]): \(error.message)")
            }
        }
        return values
    }
}
