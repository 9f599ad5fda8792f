import MaizeSystem
import MaizeWire
import SnippetCompiler
import TemporaryFiles
import Testing

@testable import MaizeTool

/// A new package; that it builds, runs and passes its tests is for `.ci/run` to see.
@Suite(.timeLimit(.minutes(10)))
struct PackageTemplateTests {
    private let folder: TemporaryFolder
    private let template: PackageTemplate

    init() throws {
        folder = try TemporaryFolder()
        template = try PackageTemplate(name: PackageName("Corpus"), maize: .ownCheckout())
    }

    @Test func `every file is written, and nothing else is left`() throws {
        let path = folder.path + "/Corpus"
        try template.write(to: path)
        for file in template.files {
            #expect(FileContents.text(of: path + "/" + file.path) == file.text)
            #expect(file.text.hasSuffix("\n"))
        }
        #expect(try Directory.entries(of: folder.path) == ["Corpus"])
    }

    @Test func `an empty folder is filled`() throws {
        let path = folder.path + "/Corpus"
        try Directory.make(path)
        try template.write(to: path)
        #expect(FileContents.isRegular(path + "/Package.swift"))
    }

    @Test func `what is there already stays as it is`() throws {
        let file = try folder.write("mine", to: "Corpus")
        #expect(throws: PackageProblem("\(file) exists already; choose another name, or empty it first")) {
            try template.write(to: file)
        }
        #expect(throws: PackageProblem.self) { try template.write(to: folder.path) }
        #expect(throws: PackageProblem.self) { try template.write(to: folder.path + "/none/Corpus") }
        #expect(FileContents.text(of: file) == "mine")
        #expect(try Directory.entries(of: folder.path) == ["Corpus"])
    }

    @Test func `what cannot be written leaves nothing behind`() throws {
        let path = folder.path + "/" + String(repeating: "n", count: 300)
        #expect(throws: SystemError.self) { try template.write(to: path) }
        #expect(try Directory.entries(of: folder.path).isEmpty)
    }

    @Test func `the manifest is sound, and its program can be the command`() throws {
        try folder.write(template.manifest, to: "Package.swift")
        let run = try ShellCommand("swift package --package-path '\(folder.path)' dump-package")
        #expect(run.status == 0, "\(run.output)")
        let manifest = try Array(run.output.utf8).withUnsafeBytes {
            try JSONItemDecoder("manifest").decode(PackageManifest.self, from: $0)
        }
        #expect(try manifest.program(named: nil, for: .command).name == "Corpus")
        let own = try manifest.program(named: nil, for: .ownWorkflow)
        #expect(own.name == "Corpus")
        #expect(manifest.maize(in: own.links) == "maize-swift")
    }

    @Test func `its sources compile`() throws {
        try folder.write(template.readings, to: "Readings.swift")
        try folder.write(template.movingAverage, to: "MovingAverage.swift")
        let run = try ShellCommand(
            """
            cd '\(folder.path)' && swiftc -swift-version 6 -parse-as-library \(SnippetCompiler.moduleOptions()) \
            -warnings-as-errors -emit-module -module-name CorpusNodes *.swift
            """
        )
        #expect(run.status == 0, "\(run.output)")
        for source in [template.program, template.tests] {
            #expect(try SnippetCompiler.check(source, options: "-typecheck -I '\(folder.path)'") == "")
        }
    }
}
