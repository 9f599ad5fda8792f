import MaizeSystem
import Testing

/// The command line that every program has, and its exit statuses.
@Suite(.timeLimit(.minutes(10)))
struct CommandLineTests {
    @Test func `help lists the workflow's options among the program's`() throws {
        let finished = try Program("Cyclic", ["--help"]).wait()
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output.contains("Sends a number round a cycle"))
        #expect(finished.output.contains("--limit <number>"))
        #expect(finished.output.contains("the number that must be passed (now: 48)"))
        #expect(finished.output.contains("--grace <seconds>"))
    }

    @Test func `an unknown option ends with status 64 and starts nothing`() throws {
        let finished = try Program("Cyclic", ["--limits", "3"]).wait()
        #expect(finished.end == .exited(status: 64))
        #expect(finished.errors.contains("--limit"))
        #expect(!finished.errors.contains("running"))
    }

    @Test(arguments: ["--log", "--scratch"])
    func `an empty path ends with status 64 and names the option`(option: String) throws {
        let finished = try Program("Cyclic", [option, ""]).wait()
        #expect(finished.end == .exited(status: 64))
        #expect(finished.errors.contains("\(option) takes the path of a"))
    }

    @Test func `a value of another type ends with status 2 and names the option`() throws {
        let finished = try Program("Cyclic", ["--limit", "many"]).wait()
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors == "error: option --limit: a whole number is expected, not \"many\"\n")
    }

    @Test func `all values that are refused are told at once`() throws {
        let finished = try Program("Cyclic", ["--value", "few", "--limit", "many"]).wait()
        #expect(finished.end == .exited(status: 2))
        #expect(
            finished.errors == """
                error: option --value: a whole number is expected, not "few"
                error: option --limit: a whole number is expected, not "many"

                """
        )
    }

    @Test func `check finds nothing wrong with a sound program`() throws {
        let finished = try Program("Cyclic", ["--check"]).wait()
        #expect(finished.end == .exited(status: 0))
        #expect(finished.errors == "cyclic: 6 nodes and 6 channels, no errors\n")
    }

    @Test(arguments: [["--check"], []])
    func `every error of a workflow is told at once, with status 2`(arguments: [String]) throws {
        let finished = try Program(fault: "unfinished", arguments).wait()
        #expect(finished.end == .exited(status: 2))
        #expect(finished.errors.contains("error: alone.inp: this input is not connected"))
        #expect(finished.errors.contains("error: alone.out: this output is not connected"))
        #expect(finished.errors.contains("error: opening.file: there is no file or folder '/nowhere/data.csv'"))
    }

    @Test func `options are listed with their values`() throws {
        let finished = try Program("Cyclic", ["--limit", "50", "--options"]).wait()
        #expect(finished.output == "--value = 36\n--limit = 50\n")
    }

    @Test func `types of nodes are listed by the names that files use`() throws {
        let finished = try Program("Cyclic", ["--list"]).wait()
        let names = finished.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(names == ["AddUntil", "Delay<T>", "Merge<T>", "Return<T>", "SlowPath", "Start"])
    }

    @Test func `a deadlock ends with status 3 within a second, though another node computes`() throws {
        let finished = try Program(fault: "knot").wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        let report = finished.errors.split(separator: "\n").drop { !$0.hasPrefix("error: deadlock") }
        #expect(report.contains { $0.contains("left waits for an item on 'inp' from right (0 of 64 items)") })
        #expect(report.contains { $0.contains("right waits for an item on 'inp' from left (0 of 64 items)") })
        #expect(!report.contains { $0.contains("busy") })
    }

    @Test func `log lines go to the file that was asked for`() throws {
        let program = try Program("Hello", ["--log", "hello.log"], through: ["/usr/bin/env", "-C", "/tmp"])
        let path = "/tmp/hello.log"
        defer { _ = Result { try Directory.remove(path) } }
        #expect(try program.wait().errors.isEmpty)
        #expect(FileContents.text(of: path)?.contains("Received: Hello maize") == true)
    }

    @Test func `why a run failed is on the screen, too, where its log goes to a file`() throws {
        let finished = try Program(fault: "knot", ["--log", "/dev/null"]).wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        #expect(finished.errors.hasPrefix("error: deadlock: 2 nodes wait for each other"))
    }

    @Test func `a folder that cannot be used is named, with status 4`() throws {
        let finished = try Program("Hello", ["--scratch", "/proc/nowhere"]).wait()
        #expect(finished.end == .exited(status: 4))
        #expect(finished.errors.contains("/proc/nowhere"))
    }
}
