import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift graph`.
@Suite(.timeLimit(.minutes(10)))
struct GraphCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func graph(_ words: [String]) throws -> Program.Finished {
        try Program("maize-swift", ["graph"] + words).wait()
    }

    @Test func `a program is drawn with the values that its options have`() throws {
        let program = Program.folder + "/LoadBalancing"
        let finished = try graph([program, "--format", "dot", "--", "--workers", "2"])
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output.contains("worker2") && !finished.output.contains("worker3"))
        let wrong = try graph([program, "--", "--workers", "0"])
        #expect(wrong.end == .exited(status: 2) && wrong.output.isEmpty)
        #expect(wrong.errors == "error: option --workers: the value 0 breaks the rule 'is in 1...100'\n")
    }

    @Test func `so is a file, and words that it does not know are refused`() throws {
        let flow = try folder.write(
            """
            nodes: {load: {type: LoadData<Int>, parameters: {data: 1}}, show: Return}
            channels: ["load.out -> show.inp"]
            parameters: {number: load.data}
            """
        )
        let finished = try graph([flow, "--options", "--", "--number", "17"])
        #expect(finished.output.contains("17"), "\(finished.output)\(finished.errors)")
        let wrong = try graph([flow, "--", "--nmber", "17"])
        #expect(wrong.end == .exited(status: 64))
        #expect(wrong.errors.contains("Unknown option '--nmber'. Did you mean '--number'?"))
    }

    @Test func `a picture appears whole or not at all`() throws {
        let flow = try folder.write("nodes: {load: LoadDta}\n")
        let picture = folder.path + "/flow.svg"
        let wrong = try graph([flow, "-o", picture])
        #expect(wrong.end == .exited(status: 2))
        #expect(FileContents.text(of: picture) == nil)
        let nowhere = try graph([Program.folder + "/Hello", "-o", folder.path + "/none/flow.svg"])
        #expect(nowhere.end == .exited(status: 4))
        #expect(nowhere.errors.hasSuffix("flow.svg: error: the drawing cannot be written: No such file or directory\n"))
    }
}
