import Maize
import MaizeSystem
import Testing

@testable import MaizeRuntime

extension FileRuns {
    @Suite struct FileTransferTests {
        @Test(.enabled(if: FileRun.hasOtherDevice, "needs a /dev/shm on another file system than $TMPDIR"))
        func `a file that is written to while it moves to another device stays where it is`() throws {
            let run = try FileRun(.other)
            let path = try run.write("begun", to: "table")
            let folder = run.scratch + "/0"
            try Directory.make(folder)
            let writer = try Descriptor.appending(to: path)
            var hasWritten = false
            var transfer = FileTransfer(into: folder) {
                if hasWritten { return }
                hasWritten = true
                try Array(", went on".utf8).withUnsafeBytes { try writer.writeAll($0) }
            }
            let source = try FileSource(path, from: run.sources)
            #expect(throws: FileProblem.self) { try transfer.bring(source, to: "table", .move) }
            try transfer.takeBack()
            #expect(run.text("table") == "begun, went on")
            #expect(try run.leftovers == [])
        }
    }
}
