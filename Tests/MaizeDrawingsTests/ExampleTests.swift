import Foundation
import MaizeDrawings
import SnippetCompiler
import TemporaryFiles
import Testing

/// `maize-swift graph` on all that stands in `Examples`, and the pictures of `docs`.
@Suite(.timeLimit(.minutes(10))) struct ExampleTests {
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The workflow files and programs that stand in `Examples`.
    private static func examples() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: repository + "/Examples").sorted()
        let products = try SnippetCompiler.products()
        return names.compactMap { name in
            if [".yaml", ".yml", ".toml", ".json"].contains(where: name.hasSuffix) {
                return "\(repository)/Examples/\(name)"
            }
            let program = "\(products)/\(name)"
            return name.contains(".") || !FileManager.default.fileExists(atPath: program) ? nil : program
        }
    }

    private static func graph(_ words: String) throws -> ShellCommand {
        try ShellCommand("'\(SnippetCompiler.products())/maize-swift' graph \(words)")
    }

    @Test func `no example is left out`() throws {
        let names = Set(try ExampleTests.examples().map { URL(fileURLWithPath: $0).lastPathComponent })
        let entries = try FileManager.default.contentsOfDirectory(atPath: ExampleTests.repository + "/Examples")
        // All but the texts that they read.
        #expect(names == Set(entries.filter { !$0.hasSuffix(".txt") && !$0.hasPrefix(".") }))
        #expect(names.isSuperset(of: ["wordcount.yaml", "Hello", "Cyclic", "LoadBalancing", "Squares", "Words"]))
    }

    @Test(arguments: try examples())
    func `the picture of an example is clear, with values and without`(path: String) throws {
        for options in ["", "--options", "--level 0", "--width 400"] {
            let run = try ExampleTests.graph("'\(path)' --format svg \(options)")
            #expect(run.status == 0)
            let picture = try DrawnPicture(run.output)
            #expect(picture.faults() == [])
            #expect(!picture.boxes.isEmpty)
        }
    }

    @Test(arguments: try examples())
    func `every format is the same each time`(path: String) throws {
        for format in DrawingFormat.allCases {
            let runs = try (1...2).map { _ in try ExampleTests.graph("'\(path)' --format \(format)") }
            #expect(runs[0].status == 0)
            #expect(runs[0].output == runs[1].output)
            #expect(runs[0].output.hasSuffix("\n"))
        }
    }

    // MARK: The command

    private let file = repository + "/Examples/wordcount.yaml"

    @Test func `the file's suffix tells the format, and its folder holds nothing else`() throws {
        let folder = try TemporaryFolder()
        for (suffix, beginning) in [("svg", "<svg "), ("mmd", "---\n"), ("gv", "digraph "), ("txt", "wordcount: ")] {
            let path = "\(folder.path)/picture.\(suffix)"
            let run = try ExampleTests.graph("'\(file)' -o '\(path)'")
            #expect(run.status == 0)
            #expect(run.output.isEmpty)
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(beginning))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 4)
    }

    @Test(arguments: [
        ("FILE -o picture.xyz", 64, "does not tell the format"), ("FILE --level -1", 64, "level"),
        ("FILE --format png", 64, "png"), ("FILE --width 3", 64, "--width"),
        ("FILE -o /proc/none/picture.svg", 4, "the drawing cannot be written"),
        ("/tmp/no-such-flow.yaml", 2, "no-such-flow"),
        ("", 64, "FLOW"),
    ])
    func `what cannot be drawn is said`(words: String, status: Int32, message: String) throws {
        let run = try ExampleTests.graph(words.replacing("FILE", with: file))
        #expect(run.status == status, "\(run.output)")
        #expect(run.output.contains(message), "\(run.output)")
    }

    // MARK: The pictures of the documentation

    private static let pictures: [(name: String, drawing: @Sendable () throws -> String)] = [
        ("wordcount", { try DrawnPicture.text(of: graph("'\(repository)/Examples/wordcount.yaml' --format svg")) }),
        ("cycle", { try sample("a cycle") }),
        ("shared", { try sample("shared work") }),
        ("options", { try sample("nodes with options") }),
    ]

    private static func sample(_ name: String) throws -> String {
        try #require(SampleGraphs.all.first { $0.name == name }).flow().drawing(.svg)
    }

    @Test func `the pictures of the documentation are what the program draws`() throws {
        for (name, drawing) in ExampleTests.pictures {
            let path = "\(ExampleTests.repository)/docs/images/\(name).svg"
            let text = try drawing()
            if ProcessInfo.processInfo.environment["MAIZE_WRITE_PAGES"] != nil {
                try text.write(toFile: path, atomically: true, encoding: .utf8)
            }
            let written = try String(contentsOfFile: path, encoding: .utf8)
            #expect(
                written == text,
                "MAIZE_WRITE_PAGES=1 swift test --filter MaizeDrawingsTests draws docs/images/\(name).svg anew"
            )
        }
    }
}

extension DrawnPicture {
    /// What a command has drawn, and not what it has said instead.
    fileprivate static func text(of run: ShellCommand) throws -> String {
        try #require(run.status == 0, "\(run.output)")
        return run.output
    }
}
