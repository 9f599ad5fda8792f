package import MaizeDocuments
internal import MaizeSystem

extension DocumentValue {
    /// Reads a file in the format that its suffix names.
    package static func read(path: String) throws -> DocumentValue { try readText(path: path).value }

    /// As `read(path:)`, with the text in which the values stand.
    static func readText(path: String) throws -> (value: DocumentValue, text: SourceText) {
        guard let format = DocumentFormat(path: path) else {
            // Of a file that is not there, its format is no concern.
            try FileContents.checkReadable(path)
            throw DocumentError(
                message: "the file's name must end in \(DocumentFormat.suffixList), which tells its format"
            )
        }
        let text = try SourceText(path: path)
        return (try read(text, as: format), text)
    }

    /// Reads a text.
    package static func read(_ text: SourceText, as format: DocumentFormat) throws -> DocumentValue {
        switch format {
        case .yaml: try YAMLReader.read(text)
        case .toml: try TOMLReader.read(text)
        case .json: try JSONDocument.read(text)
        }
    }
}
