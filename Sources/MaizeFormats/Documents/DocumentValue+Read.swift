internal import MaizeDocuments
internal import MaizeSystem

extension DocumentValue {
    /// Reads a file in the format that its suffix names.
    static func read(path: String) throws -> DocumentValue {
        let name = path.lowercased()
        if [".yaml", ".yml"].contains(where: name.hasSuffix) { return try YAMLReader.read(SourceText(path: path)) }
        if name.hasSuffix(".json") { return try JSONDocument.read(SourceText(path: path)) }
        // Of a file that is not there, its format is no concern.
        try FileContents.checkReadable(path)
        throw DocumentError(message: "a workflow file's name ends in .yaml, .yml or .json; that tells its format")
    }
}
