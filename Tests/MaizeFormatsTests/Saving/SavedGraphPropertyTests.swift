import Maize
import MaizeDocuments
import MaizeSteps
import SeededRandom
import TemporaryFiles
import Testing

@testable import MaizeCore
@testable import MaizeFormats

/// Workflows that the tests make up, written and read again.
@Suite struct SavedGraphPropertyTests {
    private func check(_ flow: Workflow, as format: DocumentFormat, _ comment: Comment) throws {
        let folder = try TemporaryFolder()
        let nodes: [Component.Type] = [Weather.self, Station.self, Describe.self, Paths.self]
        // What was read of the text is compared with the workflow before the file appears.
        let path = folder.path + "/flow.\(format)"
        try flow.write(to: path)
        let read = try Workflow(contentsOf: path, nodes: nodes)
        #expect(try read.text(as: format) == flow.text(as: format), comment)
        let flat = try flow.flatText(as: format, nodes: nodes, folder: nil)
        #expect(try read.flatText(as: format, nodes: nodes, folder: nil) == flat, comment)
        // The flat graph is flat already.
        let expanded = try folder.write(flat, to: "flat.\(format)")
        let again = try Workflow(contentsOf: expanded, nodes: nodes)
        #expect(try again.flatText(as: format, nodes: nodes, folder: nil) == flat, comment)
    }

    @Test(arguments: DocumentFormat.allCases)
    func `each standard type of nodes is written as a file names it`(format: DocumentFormat) throws {
        for type in StandardNodes.all {
            let flow = Workflow("one")
            let pair = (type as? any GenericPairComponent.Type)?.taking(String.self, [Int].self)
            let single = (type as? any GenericComponent.Type)?.taking([String: Double].self)
            // A type that cannot have an instance of such items is none of this test.
            guard case .success = Result(catching: { try flow.add(pair ?? single ?? type, name: "node") }) else {
                continue
            }
            try check(flow, as: format, "\(type)")
        }
    }

    @Test(arguments: DocumentFormat.allCases, 0..<6 as Range<UInt64>)
    func `a random graph is the same when it was written and read`(format: DocumentFormat, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        try check(try RandomFlow.make(using: &generator), as: format, "seed \(seed)")
    }
}

/// A workflow of random nodes, sizes, options and values.
private enum RandomFlow {
    private static let words = ["plain", "no", "1e3", " x ", "a: b", "two\nlines\n", "🌽", "", "'\"\\", "#"]

    static func make(using generator: inout SeededGenerator) throws -> Workflow {
        let flow = Workflow("random")
        func pick<Element>(_ values: [Element]) -> Element { values.randomElement(using: &generator)! }  // never empty
        func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &generator) == 0 }
        func options() -> NodeOptions {
            guard chance(3) else { return NodeOptions() }
            return NodeOptions(
                loop: pick([nil, true, false]),
                maxLoops: pick([nil, 1, 1000]),
                attempts: pick([1, 3]),
                failOK: chance(2),
                level: pick([nil, .debug, .critical]),
                active: !chance(4)
            )
        }
        if chance(2) { flow.summary = pick(words) }
        flow.level = pick([.info, .debug])
        var texts: [(Component, AnyPort)] = []
        for number in 0..<Int.random(in: 1...6, using: &generator) {
            let name = "source-\(number)"
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                let weather = try flow.add(Weather.self, name: name, options: options()) { $0.place = pick(words) }
                texts.append((weather, weather.out))
            case 1:
                let paths = try flow.add(Paths.self, name: name, options: options()) {
                    $0.file = "/tmp/" + pick(["a", "b c"])
                    $0.text = pick(words)
                }
                texts.append((paths, paths.out))
            default:
                let load = try flow.add(LoadData<String>.self, name: name, options: options()) { $0.data = pick(words) }
                texts.append((load, load.out))
            }
        }
        for number in 0..<Int.random(in: 1...6, using: &generator) {
            let name = "step.\(number)"
            let (step, input, output): (Component, AnyPort, AnyPort)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                let node = try flow.add(Merge<String>.self, name: name, options: options())
                (step, input, output) = (node, node.inp, node.out)
            case 1:
                let node = try flow.add(Copy<String>.self, name: name, options: options())
                (step, input, output) = (node, node.inp, node.out)
            case 2:
                let node = try flow.add(Delay<String>.self, name: name, options: options()) {
                    $0.delay = pick([0, 0.5, 1e-7, 3])
                }
                (step, input, output) = (node, node.inp, node.out)
            default:
                let node = try flow.add(Parallel<Delay<String>>.self, name: name, options: options())
                (step, input, output) = (node, node.ports[0], node.ports[1])
            }
            for _ in 0..<(input is MultiInputPort ? 2 : 1) {
                guard let place = texts.indices.randomElement(using: &generator) else { break }
                let (source, port) = texts.remove(at: place)
                try flow.connect(any: port, to: input, capacity: pick([nil, 1, 64, 1000]))
                if port is MultiOutputPort { texts.append((source, port)) }
            }
            texts.append((step, output))
        }
        var number = 0
        for component in flow.components {
            for parameter in component.parameters where chance(4) {
                let others = flow.components.flatMap(\.parameters).filter {
                    $0 !== parameter && !$0.isMapped && $0.valueType == parameter.valueType && chance(2)
                }
                guard !parameter.isMapped, !parameter.wasReadByBuild, !others.contains(where: \.wasReadByBuild) else {
                    continue
                }
                try flow.map(any: [parameter] + others, as: "option-\(number)")
                number += 1
            }
        }
        return flow
    }
}
