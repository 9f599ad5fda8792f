import Foundation
import Maize
import MaizeDocuments
import MaizeWire
import Testing

@testable import MaizeFormats

/// What editors are told of workflow files.
@Suite struct WorkflowSchemaTests {
    private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func validator(_ nodes: [Component.Type] = []) throws -> SchemaValidator {
        try SchemaValidator(WorkflowSchema(nodes).document.json)
    }

    private func problems(_ yaml: String, nodes: [Component.Type] = []) throws -> [String] {
        try validator(nodes).problems(YAMLReader.read(SourceText(bytes: Array(yaml.utf8))).json)
    }

    @Test func `a type or a choice is named once in each list, as the specification wants it`() throws {
        func look(_ schema: JSONValue, _ path: String) {
            guard case .object(let keywords) = schema else { return }
            for (key, value) in keywords {
                if case .array(let values) = value, key == "type" || key == "enum" {
                    #expect(Set(values.map { "\($0)" }).count == values.count, "\(path): \(values)")
                }
                look(value, path + "/" + key)
            }
        }
        try look(WorkflowSchema(samples).document.json, "")
    }

    @Test func `every example passes`() throws {
        let folder = WorkflowSchemaTests.checkout.appendingPathComponent("Examples")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { DocumentFormat(path: $0) != nil }
        #expect(!names.isEmpty)
        for name in names {
            let value = try DocumentValue.read(path: folder.appendingPathComponent(name).path)
            #expect(try validator().problems(value.json) == [], "\(name)")
        }
    }

    @Test func `every workflow in the documentation passes`() throws {
        let checkout = WorkflowSchemaTests.checkout
        let docs = try FileManager.default.contentsOfDirectory(atPath: checkout.appendingPathComponent("docs").path)
        var counts: [DocumentFormat: Int] = [:]
        for name in docs.filter({ $0.hasSuffix(".md") }).map({ "docs/" + $0 }) + ["README.md"] {
            let text = try String(contentsOf: checkout.appendingPathComponent(name), encoding: .utf8)
            for format in DocumentFormat.allCases {
                for block in text.components(separatedBy: "```\(format)\n").dropFirst() {
                    let block = block.components(separatedBy: "\n```")[0]
                    guard block.contains("nodes") else { continue }
                    counts[format, default: 0] += 1
                    let value = try DocumentValue.read(SourceText(bytes: Array(block.utf8)), as: format)
                    #expect(try validator().problems(value.json) == [], "\(name): \(block)")
                }
            }
        }
        #expect(counts[.yaml, default: 0] > 2 && counts[.toml, default: 0] > 0)
    }

    @Test(arguments: [
        "nodes: {a: Void}\nchanels: []",
        "name: a",
        "nodes: []",
        "nodes: {}",
        "nodes: {a: Viod}",
        "nodes: [{type: Viod}]",
        "nodes: [{name: a}]",
        "nodes: {a: {type: Void, name: b}}",
        "nodes: {a: {type: LoadData, parameters: {dat: 1}}}",
        "nodes: {a: {type: Delay, parameters: {delay: [1]}}}",
        "nodes: {a: {type: Delay<Int>, parameters: {delay: soon}}}",
        "nodes: {a: {type: Accumulate, parameters: {n_packets: 1.5}}}",
        "nodes: {a: {type: Void, loop: maybe}}",
        "nodes: {a: {type: Void, n_attempts: 0}}",
        "nodes: {a: {type: Void, status: SLEEPING}}",
        "nodes: {a: Void}\nlevel: loud",
        "nodes: {a: Void}\nname: a b",
        "nodes: {a: Void}\nchannels: [a.out]",
        "nodes: {a: Void}\nchannels: [{from: a.out}]",
        "nodes: {a: Void}\nchannels: [{from: a..b, to: b.c}]",
        "nodes: {a: Void}\nchannels: [{from: a, to: b, size: 0}]",
        "nodes: {a: Void}\nchannels: [{from: a, to: b, mode: throw}]",
        "nodes: {a: Void}\nchannels: [{sending: {a: out, b: out}, receiving: {c: inp}}]",
        "nodes: {a: Void}\nparameters: [{name: x}]",
        "nodes: {a: Void}\nparameters: {x: [a.b, 3]}",
        "nodes: {a: Void}\nparameters: {x: {map: a.b, valu: 3}}",
        "nodes: {a: Void}\ngraphs: {G: {node: {a: Void}}}",
        "nodes: {a: Void}\nports: [a.b]",
    ])
    func `a wrong file does not pass`(yaml: String) throws {
        #expect(try !problems(yaml).isEmpty)
    }

    @Test(arguments: [
        "graphs: {G: {nodes: {a: Void}, ports: {inp: a.inp}}}",
        "graphs: {G: other.yaml}\nnodes: {g: {type: G, parameters: {anything: 1}}}",
        "include: a.yaml\nnodes: [{type: Other}]",
        "nodes: {a: Discard, b: 'Merge<[Int]>', c: {type: Parallel<Words>}}",
        "nodes: {a: {type: Command, parameters: {command: [cut, -c, 5, yes]}}}",
        "level: 20\nname: null\ndescription: null\nnodes: [{type: Delay, parameters: {delay: null}, status: READY}]",
        "$schema: x.json\nnodes: {a: Void}\nchannels: [a -> b.c -> d, {sending: {g: {n: out}}, to: e, size: null}]",
    ])
    func `what the reader takes passes`(yaml: String) throws {
        #expect(try problems(yaml) == [])
    }

    @Test func `a program's own types are known, with choices, ranges and defaults`() throws {
        let station = "nodes: {a: {type: Station, parameters: {place: x, "
        #expect(try problems(station + "mode: slow, small: 5, limit: 2.5, weights: {a: 1}}}}", nodes: samples) == [])
        for wrong in ["mode: medium", "small: 200", "limit: x", "weights: [1]", "verbose: 3"] {
            #expect(try !problems(station + wrong + "}}}", nodes: samples).isEmpty, "\(wrong)")
        }
        let schema = try WorkflowSchema(samples).document.json
        guard case .object(let root) = schema, case .object(let definitions)? = root["$defs"],
            case .object(let parameters)? = definitions["parameters-Station"],
            case .object(let properties)? = parameters["properties"]
        else {
            Issue.record("no parameters of Station")
            return
        }
        #expect(
            properties["place"]
                == .object([
                    "type": .array([.string("string"), .string("number"), .string("boolean"), .string("null")]),
                    "description": .string("where it stands (required)"),
                ])
        )
        #expect(
            properties["count"].map {
                if case .object(let count) = $0 { count["default"] == .integer(3) } else { false }
            }
                == true
        )
    }
}
