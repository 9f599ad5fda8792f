import Foundation
import Maize
import MaizeDocuments
import TemporaryFiles
import Testing

@testable import MaizeCore
@testable import MaizeFormats

/// Workflows that are saved, loaded and run.
struct SavedRun {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The workflow once more, read from a file of the format.
    ///
    /// That both have one flat graph, and are saved as one text, is a part of it.
    func again(
        _ flow: Workflow,
        as format: DocumentFormat,
        _ comment: Comment? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Workflow {
        let types = flow.graphs.flatMap(\.components).filter { !($0 is FileGraph) }.map { type(of: $0) }
        let path = folder.path + "/saved\(format.suffixes[0])"
        try flow.write(to: path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let read = try Workflow(contentsOf: path, nodes: types)
        let faults = try SchemaValidator(WorkflowSchema(types).document.json)
            .problems(DocumentValue.read(path: path).json)
        #expect(faults == [], comment, sourceLocation: sourceLocation)
        try read.write(to: path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text, comment, sourceLocation: sourceLocation)
        let flat = try flow.flatText(as: format, nodes: types, folder: nil)
        #expect(
            try read.flatText(as: format, nodes: types, folder: nil) == flat,
            comment,
            sourceLocation: sourceLocation
        )
        return read
    }

    /// Runs a workflow: what each `Return` node was brought, in any order, and what `Hello` says.
    func results(of flow: Workflow) throws -> [String] {
        var options = RunOptions()
        options.scratch = folder.path
        options.logFile = folder.path + "/log"
        try Data().write(to: URL(fileURLWithPath: folder.path + "/log"))
        try flow.execute(options)
        let values = flow.nodes.flatMap { node in
            ((node as? any ResultCollecting)?.resultTexts ?? []).map { "\(node.nodePath): \($0)" }
        }
        let log = try String(contentsOfFile: folder.path + "/log", encoding: .utf8)
        let said = log.split(separator: "\n").compactMap { line in
            line.firstRange(of: "Received: ").map { String(line[$0.lowerBound...]) }
        }
        return (values + said).sorted()
    }
}
