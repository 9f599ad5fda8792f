extension DocumentValue {
    /// Reads a file in the format that its suffix names.
    static func read(path: String) throws -> DocumentValue {
        switch path.split(separator: "/").last?.split(separator: ".").last.map({ $0.lowercased() }) {
        case "yaml", "yml": try YAMLReader.read(SourceText(path: path))
        case "json": try JSONReader.read(SourceText(path: path))
        default:
            throw DocumentError(message: "a workflow file's name ends in .yaml, .yml or .json; that tells its format")
        }
    }
}
