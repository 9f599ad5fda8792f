import Maize
import MaizeCore
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// What a sound file becomes.
@Suite struct WorkflowFileTests {
    @Test func `every key has its effect`() throws {
        let flow = try load(
            """
            name: stations
            description: Reads stations.
            level: warning
            scratch: runs
            nodes:
            - name: here
              type: station
              description: the near one
              parameters: {place: Köln, count: 0x2, small: -4, mode: slow, verbose: yes, limit: 1.5, weights: {a: 1}}
              fail_ok: true
              n_attempts: 3
              loop: on
              max_loops: 7
              level: DEBUG
              active: no
              status: READY
            - {name: words, type: Describe, parameters: {n_digits: 2, unit: km}}
            - {type: Void}
            channels:
            - {sending: {here: out}, receiving: {words: inp}, size: 5}
            - {sending: {words: out}, receiving: {void: inp}}
            parameters:
            - {name: place, map: [{here: place}], optional: false}
            - {name: digits, map: [{words: digits}], value: 4}
            - {name: unit, map: [{words: unit}]}
            """,
            nodes: samples
        ).workflow
        #expect(flow.name == "stations" && flow.summary == "Reads stations." && flow.level == .warning)
        let here = try #require(flow.component(at: ["here"]) as? Station)
        #expect(here.place == "Köln" && here.count == 2 && here.small == -4 && here.mode == .slow && here.verbose)
        #expect(here.limit == 1.5 && here.weights == ["a": 1])
        #expect(
            here.options
                == NodeOptions(
                    loop: true,
                    maxLoops: 7,
                    attempts: 3,
                    failOK: true,
                    level: .debug,
                    active: false,
                    summary: "the near one"
                )
        )
        #expect(flow.component(at: ["words"])?.options == NodeOptions())
        #expect(flow.nodes.map(\.name) == ["here", "words", "void"])
        #expect(flow.channels.map(\.description) == ["here.out -> words.inp", "words.out -> void.inp[0]"])
        #expect(flow.channels.map(\.capacity) == [5, 64])
        #expect(flow.optionParameters.map(\.name) == ["place", "digits", "unit"])
        #expect(flow.optionParameters.map(\.valueText) == ["Köln", "4", nil])
        #expect(flow.optionParameters[0].help == "where it stands")
        #expect(flow.check().isEmpty)
        #expect((flow.component(at: ["words"]) as? Describe)?.digits == 4)
    }

    @Test func `JSON says the same`() throws {
        let flow = try load(
            """
            {"name": "stations", "level": 30, "nodes": [
              {"name": "here", "type": "Station", "parameters": {"place": "Köln", "limit": 2, "verbose": true}},
              {"name": "r", "type": "Return<Reading>"}],
             "channels": [{"sending": {"here": "out"}, "receiving": {"r": "inp"}}], "parameters": []}
            """,
            as: "flow.JSON",
            nodes: samples
        ).workflow
        let here = try #require(flow.component(at: ["here"]) as? Station)
        #expect(here.place == "Köln" && here.limit == 2 && here.verbose && flow.level == .warning)
        #expect(flow.check().isEmpty)
    }

    @Test func `what maize itself has written is taken as it is`() throws {
        let file = try load(
            """
            name: written
            description: null
            level: 20
            nodes:
            - name: load
              type: LoadData
              description: null
              tags: null
              fail_ok: false
              n_attempts: 1
              max_loops: -1
              initial_status: NOT_READY
              status: NOT_READY
              parameters:
                data: 5
            - name: delay
              type: Delay
              description: null
              status: RUNNING
              parameters:
                delay: null
            - name: ret
              type: Return
              parameters: null
            channels:
            - receiving:
                delay: inp
              sending:
                load: out
              size: null
            - receiving:
                ret: inp
              sending:
                delay: out
            parameters: null
            """.replacing("  tags: null\n", with: "").replacing("  initial_status: NOT_READY\n", with: "")
        )
        #expect((file.workflow.component(at: ["delay"]) as? Delay<Int>)?.delay == 1)
        #expect(file.workflow.component(at: ["load"])?.options == NodeOptions())
        #expect(
            file.warnings.map { "\($0.line):\($0.column) \($0.message)" }
                == ["17:11 'status: RUNNING' is not looked at: every node starts anew"]
        )
        #expect(file.workflow.check().isEmpty)
    }

    @Test func `names that are not given come from types`() throws {
        let flow = try load("nodes:\n- type: loaddata\n  parameters: {data: 1}\n- type: Return<Int>\n").workflow
        #expect(flow.name == "workflow")
        #expect(flow.nodes.map(\.name) == ["loaddata", "return"])
    }

    @Test func `null leaves a parameter as it is`() throws {
        let flow = try load("nodes: [{type: Station, parameters: {count: ~, place: null}}]", nodes: samples).workflow
        let station = try #require(flow.nodes.first as? Station)
        #expect(station.count == 3 && station.$place.value == nil)
        #expect(flow.check().contains { $0.interface == "place" })
    }

    @Test(arguments: [
        ("flow.txt", "the file's name must end in .yaml, .yml, .toml or .json, which tells its format"),
        ("flow", "the file's name must end in .yaml, .yml, .toml or .json, which tells its format"),
        ("yaml", "the file's name must end in .yaml, .yml, .toml or .json, which tells its format"),
        ("toml", "the file's name must end in .yaml, .yml, .toml or .json, which tells its format"),
    ])
    func `the suffix tells the format`(name: String, message: String) throws {
        #expect(try problems("nodes: []", as: name) == ["\(name): error: \(message)"])
    }

    @Test func `a file that cannot be read is an error of it`() throws {
        let folder = try TemporaryFolder()
        for (path, reason) in [
            ("missing.yaml", "No such file or directory"), ("missing", "No such file or directory"),
            (".", "Is a directory"),
        ] {
            let path = folder.path + "/" + path
            let error = #expect(throws: WorkflowFileError.self) { try Workflow(contentsOf: path) }
            #expect(error?.description == "\(path): error: the file cannot be read: \(reason)")
        }
    }
}
