import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift check FLOW…`.
@Suite(.timeLimit(.minutes(10)))
struct CheckCommandTests {
    private let folder: TemporaryFolder
    private let good: String
    private let bad: String

    init() throws {
        folder = try TemporaryFolder()
        good = try folder.write(
            """
            name: good
            nodes:
            - {name: load, type: LoadData, parameters: {data: 1}}
            - {type: Return}
            channels:
            - {sending: {load: out}, receiving: {return: inp}}
            """
        )
        bad = try folder.write(
            """
            name: bad
            nodes:
            - {name: load, type: LoadDat}
            - {name: lines, type: ReadLines}
            - {type: Void}
            channels:
            - {sending: {lines: out}, receiving: {void: inp}}
            """,
            to: "bad.yaml"
        )
    }

    private func check(_ words: [String]) throws -> Program.Finished {
        try Program("maize-swift", ["check"] + words).wait()
    }

    @Test func `several workflows are checked at once, files and programs`() throws {
        let hello = Program.folder + "/Hello"
        let finished = try check([good, hello])
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output == "")
        #expect(
            finished.errors == """
                good: 2 nodes and 1 channel, no errors
                hello: 3 nodes and 2 channels, no errors

                """
        )
    }

    @Test func `every finding is a line, and one bad workflow among good ones is an error`() throws {
        let finished = try check([bad, good])
        #expect(finished.end == .exited(status: 2))
        #expect(
            finished.errors == """
                \(bad):3:22: error: there is no type of nodes 'LoadDat'; did you mean 'LoadData'?
                \(bad):4:3: error: lines.path: this parameter has no value; give it one, or map it to an option
                good: 2 nodes and 1 channel, no errors

                """
        )
    }

    @Test func `findings can be had as JSON`() throws {
        let finished = try check([bad, "--json", good])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors == "")
        #expect(
            finished.output == """
                {"column":22,"file":"\(bad)","line":3,"message":"there is no type of nodes 'LoadDat'; did you mean 'LoadData'?","severity":"error"}
                {"column":3,"file":"\(bad)","interface":"path","line":4,"message":"this parameter has no value; give it one, or map it to an option","path":"lines","severity":"error"}

                """
        )
    }

    @Test func `a program checks itself as its workflow would be`() throws {
        let finished = try Program("Hello", ["--check", "--json"]).wait()
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output == "" && finished.errors == "")
    }

    @Test func `a file that is not there is a finding`() throws {
        let finished = try check([folder.path + "/none.yaml", "--json"])
        #expect(finished.end == .exited(status: 2))
        #expect(
            finished.output == """
                {"file":"\(folder.path)/none.yaml","message":"the file cannot be read: No such file or directory","severity":"error"}

                """
        )
    }

    @Test func `no workflow is wrong usage`() throws {
        let finished = try check([])
        #expect(finished.end == .exited(status: 64))
        #expect(finished.errors.contains("'<FLOW> ...'"))
    }
}
