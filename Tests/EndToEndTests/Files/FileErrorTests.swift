import Glibc
import Maize
import MaizeRuntime
import MaizeSystem
import MaizeWire
import Testing

extension FileRuns {
    @Suite struct FileErrorTests {
        /// What a program shows whose node sends these paths.
        private func failure(of paths: [String], in run: FileRun, _ mode: FileMode = .move) throws -> String {
            let flow = Workflow("wrong")
            let sending = try flow.add(SendingTogether.self) { $0.paths = paths }
            let drop = try flow.add(Discard<[File]>.self)
            try flow.connect(sending.out, to: drop.inp, mode: mode)
            do {
                var options = RunOptions.quiet
                options.scratch = run.scratch
                try flow.execute(options)
                return "no failure"
            } catch let error as RunError {
                return "\(error)"
            }
        }

        @Test func `what cannot be sent is named with node, port and path, and the rest stays where it is`() throws {
            let run = try FileRun()
            let good = try run.write("good", to: "good")
            mkfifo(run.sources + "/pipe", 0o600)
            symlink("/no/such/place", run.sources + "/dangling")
            for (path, words) in [
                (run.sources + "/none", "No such file or directory"),
                (run.sources + "/pipe", "neither a file nor a folder"),
                (run.sources + "/dangling", "No such file or directory"), ("", "an empty path"),
                (good + "/below", "Not a directory"), ("a\0b", "zero byte"), ("/", "the run's own folder"),
                (run.scratch, "the run's own folder"),
            ] {
                let message = try failure(of: [good, path], in: run)
                for word in ["sendingtogether", "'out'", "move", words] {
                    #expect(message.contains(word), "\(path.debugDescription): \(message)")
                }
                #expect(run.text("good") == "good")
            }
        }

        @Test func `a file that was moved by an earlier send cannot be sent again, and the error says why`() throws {
            let run = try FileRun()
            let path = try run.write("one", to: "a")
            let flow = Workflow("twice")
            let sending = try flow.add(SendingFiles.self) { $0.paths = [path, path] }
            let drop = try flow.add(Discard<File>.self)
            try flow.connect(sending.out, to: drop.inp, mode: .move)
            var options = RunOptions.quiet
            options.scratch = run.scratch
            let error = #expect(throws: RunError.self) { try flow.execute(options) }
            #expect(error?.description.contains("No such file or directory") == true)
            #expect(error?.description.contains("to send it again, copy it") == true)
        }

        @Test func `the node's own folder can be copied but not moved`() throws {
            let run = try FileRun()
            #expect(try failure(of: ["."], in: run).contains("work folder, which cannot be moved"))
            #expect(try failure(of: ["."], in: run, .copy) == "no failure")
        }

        @Test(arguments: FileRun.devices)
        func `a transfer that fails halfway is undone`(device: FileRun.Device) throws {
            let run = try FileRun(device)
            try run.write("one", to: "a/one")
            symlink("a", run.sources + "/link")
            try run.write("two", to: "tree/two")
            mkfifo(run.sources + "/tree/pipe", 0o600)
            // Across devices the pipe is found by the copy; on one device nobody looks into a folder that is renamed.
            let message = try failure(
                of: [run.sources + "/link", run.sources + "/a/one", run.sources + "/tree"],
                in: run,
                device == .other ? .move : .copy
            )
            #expect(message.contains("tree/pipe"), "\(message)")
            #expect(run.text("a/one") == "one" && run.text("tree/two") == "two")
            #expect(try Path.destination(ofLink: run.sources + "/link").text == "a")
        }

        @Test(.enabled(if: FileRun.hasOtherDevice, "needs a /dev/shm on another file system than $TMPDIR"))
        func `a full disk is said, and what was moved is back`() throws {
            let run = try FileRun(.other)
            let small = try run.write("small", to: "small")
            let large = try run.write(String(repeating: "x", count: 1 << 20), to: "zlarge")
            let flow = Workflow("full")
            let sending = try flow.add(SendingTogether.self) {
                $0.paths = [small, large]
                $0.fileSizeLimit = 1 << 16
            }
            let drop = try flow.add(Discard<[File]>.self)
            try flow.connect(sending.out, to: drop.inp, mode: .move)
            let summary = try run.execute(flow)
            guard case .failed(let error)? = summary["sendingtogether"]?.outcome else {
                Issue.record("\(summary.nodes)")
                return
            }
            #expect(error.message.contains("File too large") && error.message.contains("zlarge"), "\(error.message)")
            #expect(run.text("small") == "small" && run.text("zlarge")?.utf8.count == 1 << 20)
            #expect(summary.keptFiles.isEmpty)
        }

        @Test(.enabled(if: getuid() != 0, "nothing is forbidden to root"))
        func `a folder that may not be written keeps its files`() throws {
            let run = try FileRun()
            let locked = try run.write("locked", to: "locked/file")
            let free = try run.write("free", to: "free")
            chmod(run.sources + "/locked", 0o500)
            let message = try failure(of: [free, locked], in: run)
            #expect(message.contains("Permission denied") && message.contains(locked), "\(message)")
            #expect(run.text("locked/file") == "locked" && run.text("free") == "free")
        }
    }
}

/// Sends files as one item, with the limits that it gives itself.
final class SendingTogether: Node {
    @Parameter var paths: [String] = []
    @Parameter var fileSizeLimit: Int?
    /// Whether a file that grows beyond the limit ends the process, in the middle of the write.
    @Parameter var diesOfLimit = false
    let out = Output<[File]>()

    override func run() throws {
        if let fileSizeLimit {
            signal(SIGXFSZ, diesOfLimit ? SIG_DFL : SIG_IGN)
            var limit = rlimit(rlim_cur: UInt(fileSizeLimit), rlim_max: UInt(fileSizeLimit))
            setrlimit(__rlimit_resource_t(1), &limit)
        }
        try out.send(paths.map { File($0) })
    }
}
