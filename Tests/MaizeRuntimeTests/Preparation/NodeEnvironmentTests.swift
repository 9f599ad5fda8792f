import Testing

@testable import MaizeRuntime

@Suite struct NodeEnvironmentTests {
    private let here = NodeEnvironment(words: ["PATH=/bin", "HOME=/h", "LD_LIBRARY_PATH=/lib", "LD_DEBUG=", "noise"])

    @Test func `words without a sign are left out, and a value may hold one`() {
        #expect(NodeEnvironment(words: ["A=b=c", "D", "E="]).variables == ["A": "b=c", "E": ""])
    }

    @Test func `a folder comes first in the path`() {
        var environment = here
        environment.putFirstInPath("/env/bin")
        #expect(environment.variables["PATH"] == "/env/bin:/bin")
        var empty = NodeEnvironment(words: [])
        empty.putFirstInPath("/env/bin")
        #expect(empty.variables["PATH"] == "/env/bin:/usr/bin:/bin")
    }

    @Test func `what the loader reads is set after the start, everything else before`() {
        var environment = here
        environment.set(["LD_LIBRARY_PATH": "/module", "LD_PRELOAD": "x.so", "OMP_NUM_THREADS": "1"])
        environment.set("LD_DEBUG", to: nil)
        environment.set("HOME", to: nil)
        #expect(
            environment.atStart(here: here) == [
                "LD_DEBUG=", "LD_LIBRARY_PATH=/lib", "OMP_NUM_THREADS=1", "PATH=/bin",
            ]
        )
        #expect(environment.afterStart(here: here) == ["LD_LIBRARY_PATH=/module", "LD_PRELOAD=x.so", "LD_DEBUG"])
        #expect(here.afterStart(here: here) == [])
    }

    @Test(arguments: ["", "A=B", "A\0", "MAIZE_RUN", "MAIZE_ROLE"])
    func `a name that no variable can have is told`(name: String) {
        #expect(NodeEnvironment.problem(with: name, value: "x") != nil)
    }

    @Test func `a value without zero bytes is good`() {
        #expect(NodeEnvironment.problem(with: "A", value: "x=y\nz é") == nil)
        #expect(NodeEnvironment.problem(with: "A", value: "x\0") != nil)
    }
}
