internal import MaizeSystem

extension DocumentValue {
    /// Reads a text with the readers that this executable holds: that of YAML only where it links `MaizeFormats`.
    ///
    /// - Throws: `DocumentError`, also where there is no reader for the format.
    package static func readHeld(_ text: SourceText, as format: DocumentFormat) throws -> DocumentValue {
        switch format {
        case .json: return try JSONDocument.read(text)
        case .toml: return try TOMLReader.read(text)
        case .yaml: break
        }
        var result: YAMLResult?
        let isHeld = withUnsafePointer(to: text) { text in
            withUnsafeMutablePointer(to: &result) { OwnProcess.readYAML(text, into: $0) }
        }
        guard isHeld, let result else {
            throw DocumentError(
                message:
                    "this program cannot read YAML: write the file as .toml or .json, or let the program link MaizeFormats"
            )
        }
        return try result.get()
    }

    /// What the reader of YAML leaves for `readHeld`.
    package typealias YAMLResult = Result<DocumentValue, any Error>
}

extension DocumentFormat {
    /// The format of a text without a name: what begins with a brace is JSON; where `=` stands behind the first key, or a
    /// table's name in brackets before it, it is TOML.
    package init(guessing text: SourceText) {
        let lines = String(decoding: text.bytes.prefix(1 << 16), as: UTF8.self).split(whereSeparator: \.isNewline)
        let first = lines.lazy.map { $0.drop(while: \.isWhitespace) }.first { !$0.isEmpty && !$0.hasPrefix("#") } ?? ""
        if first.hasPrefix("{") {
            self = .json
        } else if first.hasPrefix("[") {
            self = .toml
        } else {
            self = first.first { $0 == "=" || $0 == ":" } == "=" ? .toml : .yaml
        }
    }
}
