internal import MaizeCommands
internal import MaizeCore
internal import MaizeDocuments
internal import MaizeFormats
internal import MaizeSteps
internal import MaizeSystem
internal import MaizeWire

/// A workflow around one node: what feeds its inputs, and what takes in its outputs.
struct NodeTrial {
    /// Everything that is wrong with the words of a command line.
    struct Refusal: Error {
        var messages: [String]
    }

    let flow = Workflow("run-node")
    /// The outputs whose items go to standard output.
    private var collectors: [(port: String, node: any ResultCollecting)] = []
    private let textsAreLines: Bool

    init(_ words: RunNodeCommand, types: NodeTypes) throws(Refusal) {
        textsAreLines = words.lines
        var problems: [String] = []
        var secrets: [SecretWord] = []
        let component: Component
        do {
            let type = try types.type(
                named: words.type,
                values: words.parameters.map(\.guess),
                texts: NodeTrial.texts(words),
                items: NodeTrial.items(words)
            )
            let options = NodeOptions(loop: words.loop == nil ? nil : true, maxLoops: words.loop)
            component = try flow.add(type, options: options) { component in
                for (name, texts) in words.values {
                    do {
                        try component.parameter(name).setOption(texts, noting: &secrets)
                    } catch let error as WorkflowError {
                        problems.append(error.message)
                    }
                }
                for secret in secrets { secret.erase() }
            }
        } catch {
            throw Refusal(messages: problems + [(error as? WorkflowError)?.message ?? "\(error)"])
        }
        problems += connect(component, words)
        problems += NodeTrial.missing(in: component, words)
        if problems.isEmpty { problems = flow.check().filter { $0.severity == .error }.map(NodeTrial.message) }
        if !problems.isEmpty { throw Refusal(messages: problems) }
    }

    /// Where a generic node's items are texts, since they are plain lines.
    private static func texts(_ words: RunNodeCommand) -> (inputs: [String], outputs: [String]) {
        func ports(_ files: [PortFile]) -> [String] {
            files.filter { $0.holdsLines(words.lines) }.map(\.port)
        }
        return (ports(words.inputs), ports(words.outputs))
    }

    /// What files of JSON hold, for inputs of which all items can be known.
    private static func items(_ words: RunNodeCommand) -> [String: [DocumentValue]] {
        let files = Dictionary(grouping: words.inputs, by: \.port)
        return files.compactMapValues { files in
            var items: [DocumentValue] = []
            for file in files {
                guard !file.holdsLines(words.lines), let values = file.values else { return nil }
                items += values
            }
            return items
        }
    }

    // MARK: Connecting

    private mutating func connect(_ component: Component, _ words: RunNodeCommand) -> [String] {
        var problems: [String] = []
        for file in words.inputs {
            do {
                let port = try component.port(file.port, isInput: true)
                try connect(feed(file, port.itemType, to: port.name), to: port)
            } catch {
                problems.append((error as? WorkflowError)?.message ?? "\(error)")
            }
        }
        for file in words.outputs {
            do {
                let port = try component.port(file.port, isInput: false)
                try connect(port, to: sink(file, port.itemType, of: port.name))
            } catch {
                problems.append((error as? WorkflowError)?.message ?? "\(error)")
            }
        }
        let named = Set(words.outputs.map(\.port))
        for port in component.ports where port is OutputPort || port is MultiOutputPort {
            if named.contains(port.name) || named.contains(port.propertyName) { continue }
            problems += Result { try connect(port, to: collector(port.itemType, of: port.name)) }.problems
        }
        return problems
    }

    private func connect(_ output: AnyPort, to input: AnyPort) throws {
        if let first = input as? InputPort, first.leaf.isConnected {
            throw WorkflowError(.connection, "input '\(input.name)' takes items of one file only")
        }
        if let first = output as? OutputPort, first.leaf.isConnected {
            throw WorkflowError(.connection, "output '\(output.name)' sends to one file only")
        }
        try flow.connect(any: output, to: input)
    }

    private func feed<Item: Codable & Sendable>(_ file: PortFile, _: Item.Type, to port: String) throws -> AnyPort {
        let name = freeName("input-\(port)")
        let form = file.form(of: Item.self, textsAreLines: textsAreLines)
        if form == .file { return try flow.add(LoadFile.self, name: name) { $0.file = File(file.absolutePath) }.out }
        if !file.isStandard, case .failure(let error) = file.readability {
            let reason = (error as? SystemError)?.reason ?? "\(error)"
            throw WorkflowError(.value, "--in \(port)=\(file.path): the file cannot be read: \(reason)")
        }
        if form == .lines { return try flow.add(ReadLines.self, name: name) { $0.path = file.absolutePath }.out }
        if file.holdsLines(false) {
            throw WorkflowError(
                .value,
                "--in \(port)=\(file.path): items of '\(port)' are of type \(TypeText.text(of: Item.self)), and a .txt file"
                    + " holds texts; give a .jsonl file with a JSON value a line"
            )
        }
        return try flow.add(ReadJSON<Item>.self, name: name) { $0.path = file.absolutePath }.out
    }

    /// A name for a node of which there may be several.
    private func freeName(_ stem: String) -> String {
        flow.component(named: stem) == nil ? stem : flow.freeName(stem)
    }

    private mutating func sink<Item: Codable & Sendable>(
        _ file: PortFile,
        _ item: Item.Type,
        of port: String
    ) throws -> AnyPort {
        if file.isStandard { return try collector(item, of: port) }
        let name = freeName("output-\(port)")
        if file.form(of: item, textsAreLines: textsAreLines) == .lines {
            return try flow.add(WriteLines.self, name: name) { $0.path = file.absolutePath }.inp
        }
        return try flow.add(WriteJSON<Item>.self, name: name) { $0.path = file.absolutePath }.inp
    }

    private mutating func collector<Item: Codable & Sendable>(_: Item.Type, of port: String) throws -> AnyPort {
        let node = try flow.add(Return<Item>.self, name: freeName("output-\(port)"))
        collectors.append((port, node))
        return node.inp
    }

    // MARK: Results

    /// Prints what came to standard output's ports.
    func showResults() {
        for (port, node) in collectors {
            let values = node.resultValues
            if collectors.count > 1 {
                Console.show(json: values.map { [port: ResultValue(value: $0)] })
            } else if textsAreLines, let texts = values as? [String] {
                Console.show(texts)
            } else {
                Console.show(json: values.map { ResultValue(value: $0) })
            }
        }
    }
}
