import Maize
import MaizeRuntime
import MaizeSystem
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Relative paths in a file mean its folder.
@Suite struct FilePathTests {
    private let text = """
        scratch: runs
        nodes:
        - {name: set, type: Paths, parameters: {file: data/a.txt, more: [b, /c, ./d], text: e}}
        - {name: unset, type: Paths}
        - {name: mapped, type: Paths, parameters: {file: f}}
        parameters:
        - {name: file, map: [{mapped: file}]}
        - {name: more, map: [{mapped: more}], value: [g]}
        """

    @Test func `paths in parameters, options and scratch are made absolute`() throws {
        let folder = try TemporaryFolder()
        let flow = try Workflow(contentsOf: folder.write(text), nodes: samples)
        #expect(flow.scratch == folder.path + "/runs")
        let set = try #require(flow.component(at: ["set"]) as? Paths)
        #expect(set.file == folder.path + "/data/a.txt" && set.text == "e")
        #expect(set.more == [folder.path + "/b", "/c", folder.path + "/d"])
        #expect((flow.component(at: ["unset"]) as? Paths)?.file == "default.txt")
        _ = flow.check()
        let mapped = try #require(flow.component(at: ["mapped"]) as? Paths)
        #expect(mapped.file == folder.path + "/f" && mapped.more == [folder.path + "/g"])
    }

    @Test func `the file's folder is found from a relative path, too`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("scratch: x\n" + "nodes: [{type: Paths, parameters: {file: y}}]")
        let ups = Directory.absolute("x").split(separator: "/").dropLast().map { _ in "../" }.joined()
        let flow = try Workflow(contentsOf: ups + path.dropFirst(), nodes: samples)
        let file = try #require((flow.nodes.first as? Paths)?.file)
        #expect(file.hasPrefix("/") && file.hasSuffix(folder.path + "/y"))
    }

    @Test func `an absolute scratch folder stays what it is`() throws {
        #expect(try load("scratch: /var/x\nnodes: [{type: Paths}]", nodes: samples).workflow.scratch == "/var/x")
    }

    @Test func `an empty path is found with its place`() throws {
        let file = try load("nodes:\n- {type: Paths, parameters: {file: ''}}", nodes: samples)
        let found = file.workflow.check().map { file.diagnostic($0) }
        #expect(found.contains { $0.line == 2 && $0.column == 36 && $0.path == "paths" && $0.interface == "file" })
    }

    @Test func `files are paths below the file's folder, and missing ones are found at their places`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("x", to: "there.csv")
        let text = """
            nodes:
            - {name: a, type: Filed, parameters: {table: there.csv, named: {b: gone.csv}, inp: ./i.txt}}
            - {name: b, type: Filed}
            parameters:
            - {name: table, map: [{b: table}], value: lost.csv}
            """
        let file = try WorkflowFile(path: try folder.write(text), nodes: samples)
        let found = file.workflow.missingFiles().map { file.diagnostic($0) }
        #expect(
            found.map { "\($0.line):\($0.column): \($0.message.replacing(folder.path, with: "DIR"))" } == [
                "2:64: there is no file or folder 'DIR/gone.csv'",
                "2:84: there is no file or folder 'DIR/i.txt'",
                "5:3: there is no file or folder 'DIR/lost.csv'",
            ]
        )
    }
}
