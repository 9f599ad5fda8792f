import SnippetCompiler
import Testing

/// What must not compile, shown by the compiler itself; each with a twin that must, so that the test can fail.
@Suite(.timeLimit(.minutes(10))) struct WrongSnippetTests {
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
        let messages = try SnippetCompiler.check(
            WrongSnippetTests.nodes + """

                    try flow.connect(numbers.out, to: numbers.inp)
                    print(texts.out.isConnected)
                }
                """
        )
        #expect(messages == "")
    }

    @Test func `an output of another type does not compile`() throws {
        let messages = try SnippetCompiler.check(
            WrongSnippetTests.nodes + """

                    try flow.connect(texts.out, to: numbers.inp)
                }
                """
        )
        #expect(messages.contains("error: "))
        #expect(messages.contains("'String'") && messages.contains("'Int'"), "\(messages)")
    }

    @Test func `a parameter of another type does not compile`() throws {
        let messages = try SnippetCompiler.check(
            WrongSnippetTests.nodes + """

                    try flow.add(Numbers.self, name: "m") { $0.count = "two" }
                }
                """
        )
        #expect(messages.contains("error: cannot assign value of type 'String' to type 'Int'"), "\(messages)")
    }

    @Test func `a node that is shared with a task does not compile`() throws {
        let messages = try SnippetCompiler.check(
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
        #expect(try SnippetCompiler.check(node, options: "-typecheck -default-isolation MainActor") == "")
        let forgotten = String(node.replacing("nonisolated ", with: ""))
        #expect(
            try SnippetCompiler.check(forgotten, options: "-typecheck -default-isolation MainActor").contains("error: ")
        )
    }
}
