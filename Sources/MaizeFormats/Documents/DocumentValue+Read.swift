package import MaizeDocuments
internal import MaizeSystem

extension DocumentValue {
    /// Reads a file in the format that its suffix names.
    package static func read(path: String) throws -> DocumentValue {
        guard let format = DocumentFormat(path: path) else {
            // Of a file that is not there, its format is no concern.
            try FileContents.checkReadable(path)
            throw DocumentError(
                message: "the file's name must end in \(DocumentFormat.suffixList), which tells its format"
            )
        }
        return try read(SourceText(path: path), as: format)
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
