internal import MaizeCore
internal import MaizeDocuments
internal import MaizeSystem

/// A file of `--parameters`: values of the workflow's own options, and of parameters of nodes, by their names.
struct ParametersFile {
    private let content: Result<DocumentValue, any Error>
    private let name: String
    /// What relative paths in the file mean.
    private let folder: String

    /// Reads a file, whose suffix tells the format.
    ///
    /// `-` stands for standard input. Of what has no suffix, as a pipe, the text tells the format.
    init(_ path: String) {
        content = Result { try ParametersFile.read(path) }
        name = path == "-" ? "standard input" : path
        folder =
            FileContents.isRegular(path)
            ? Directory.absolute(path).split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } : Directory.current
    }

    /// Gives a workflow's parameters the values of the file.
    ///
    /// - Parameters:
    ///   - flow: The workflow. As long as it is not built, names that are not known yet may be sound.
    ///   - settled: Options that have their values.
    /// - Returns: What is wrong with it, in the order of places.
    func apply(to flow: Workflow, but settled: Set<ObjectIdentifier> = []) -> [FileDiagnostic] {
        var values = ParametersFileValues(flow, folder: folder, settled: settled, findings: FindingList(file: name))
        do {
            values.apply(try content.get())
        } catch let error as DocumentError {
            values.findings.error(error.position, error.message)
        } catch {
            values.findings.error(nil, "the file cannot be read: \((error as? SystemError)?.reason ?? "\(error)")")
        }
        return values.findings.sorted
    }

    private static func read(_ path: String) throws -> DocumentValue {
        if path == "-" { return try read(SourceText(path: "/dev/stdin"), as: nil) }
        let format = DocumentFormat(path: path)
        guard format != nil || !FileContents.isRegular(path) else {
            throw DocumentError(
                message: "the file's name must end in \(DocumentFormat.suffixList), which tells its format"
            )
        }
        return try read(SourceText(path: path), as: format)
    }

    private static func read(_ text: SourceText, as format: DocumentFormat?) throws -> DocumentValue {
        try DocumentValue.readHeld(text, as: format ?? DocumentFormat(guessing: text))
    }
}
