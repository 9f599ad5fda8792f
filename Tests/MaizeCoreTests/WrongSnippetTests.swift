import Glibc
import Testing

/// What must not compile, shown by the compiler itself; each with a twin that must, so that the test can fail.
@Suite(.timeLimit(.minutes(2))) struct WrongSnippetTests {
    private static let nodes = """
        import Maize

        final class Texts: Node {
            let out = Output<String>()
            override func run() throws {}
        }

        final class Numbers: Node {
            @Parameter var count = 1
            let inp = Input<Int>()
            let out = Output<Int>()
            override func run() throws {}
        }

        func build(_ flow: Workflow) throws {
            let texts = try flow.add(Texts.self)
            let numbers = try flow.add(Numbers.self, name: "n") { $0.count = 2 }
        """

    @Test func `a right graph compiles`() throws {
        let messages = try Compiler.check(
            WrongSnippetTests.nodes + """

                    try flow.connect(numbers.out, to: numbers.inp)
                    print(texts.out.isConnected)
                }
                """
        )
        #expect(messages == "")
    }

    @Test func `an output of another type does not compile`() throws {
        let messages = try Compiler.check(
            WrongSnippetTests.nodes + """

                    try flow.connect(texts.out, to: numbers.inp)
                }
                """
        )
        #expect(messages.contains("error: "))
        #expect(messages.contains("'String'") && messages.contains("'Int'"), "\(messages)")
    }

    @Test func `a parameter of another type does not compile`() throws {
        let messages = try Compiler.check(
            WrongSnippetTests.nodes + """

                    try flow.add(Numbers.self, name: "m") { $0.count = "two" }
                }
                """
        )
        #expect(messages.contains("error: cannot assign value of type 'String' to type 'Int'"), "\(messages)")
    }

    @Test func `a node that is shared with a task does not compile`() throws {
        let messages = try Compiler.check(
            WrongSnippetTests.nodes + """

                    Task { print(numbers.out) }
                    print(texts, numbers)
                }
                """,
            // Sharing is found out on the way to code, after the types.
            options: "-emit-sil -o /dev/null"
        )
        #expect(messages.contains("error: "))
        #expect(messages.contains("data race") || messages.contains("Sendable"), "\(messages)")
    }

    @Test func `a node compiles in a package that is isolated to the main actor by default`() throws {
        let node = """
            import Maize

            nonisolated final class Texts: Node {
                @Parameter var text = "a"
                let out = Output<String>()
                override func run() throws { try out.send(text) }
            }

            func build() throws {
                let flow = Workflow("main")
                let texts = try flow.add(Texts.self) { $0.text = "b" }
                try flow.connect(texts.out, to: flow.add(Return<String>.self).inp)
            }
            """
        #expect(try Compiler.check(node, options: "-typecheck -default-isolation MainActor") == "")
        let forgotten = String(node.replacing("nonisolated ", with: ""))
        #expect(try Compiler.check(forgotten, options: "-typecheck -default-isolation MainActor").contains("error: "))
    }
}

/// The compiler, with the modules that lie beside the running tests.
private enum Compiler {
    struct Missing: Error {
        let what: String
    }

    /// The folder of the test executable.
    private static func products() throws -> String {
        var room = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &room, room.count)
        let path = String(decoding: room.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let slash = path.lastIndex(of: "/") else { throw Missing(what: "the test executable's path") }
        return String(path[..<slash])
    }

    /// What the compiler says of `source`; empty when nothing is wrong with it.
    static func check(_ source: String, options: String = "-typecheck") throws -> String {
        let products = try products()
        let maps = "\(products)/CMaizeSystem.build/module.modulemap"
        guard access("\(products)/Modules/Maize.swiftmodule", F_OK) == 0 else { throw Missing(what: "the modules") }
        var template = Array("/tmp/snippet-XXXXXX.swift".utf8CString)
        let file = mkstemps(&template, 6)
        guard file >= 0 else { throw Missing(what: "a place for the snippet") }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        let bytes = Array(source.utf8)
        _ = write(file, bytes, bytes.count)
        close(file)
        let command =
            "swiftc -swift-version 6 -parse-as-library -I '\(products)/Modules'"
            + " -Xcc '-fmodule-map-file=\(maps)' \(options) '\(path)' 2>&1"
        guard let stream = popen(command, "re") else { throw Missing(what: "the compiler") }
        var output: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&room, 1, room.count, stream), count > 0 { output += room[..<count] }
        let status = pclose(stream)
        let messages = String(decoding: output, as: UTF8.self)
        if status != 0, !messages.contains("error: ") { throw Missing(what: "the compiler: \(messages)") }
        return messages
    }
}
