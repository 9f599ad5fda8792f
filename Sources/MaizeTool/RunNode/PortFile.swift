internal import ArgumentParser
internal import MaizeCore
internal import MaizeDocuments
internal import MaizeFormats
internal import MaizeSystem

/// `PORT=FILE`: where the items of a port are.
struct PortFile: ExpressibleByArgument {
    let port: String
    /// The path; `-` for standard input or output.
    let path: String

    init?(argument: String) {
        guard let end = argument.firstIndex(of: "="), end != argument.startIndex else { return nil }
        port = String(argument[..<end])
        path = String(argument[argument.index(after: end)...])
        if path.isEmpty { return nil }
    }

    var isStandard: Bool { path == "-" }

    /// How items lie in the file.
    enum Form {
        /// A JSON value a line.
        case json
        /// A text a line, as it is.
        case lines
        /// The file is the one item itself.
        case file
    }

    /// The form for items of a type: files are items themselves, texts are lines of a .txt file.
    func form(of item: Any.Type, textsAreLines: Bool) -> Form {
        if item == File.self, !isStandard { return .file }
        return holdsLines(textsAreLines) && item == String.self ? .lines : .json
    }

    /// Whether items are plain lines, if they are texts.
    func holdsLines(_ textsAreLines: Bool) -> Bool { textsAreLines || path.lowercased().hasSuffix(".txt") }

    /// Whether the file can be read, or why not.
    var readability: Result<Void, any Error> { Result { try FileContents.checkReadable(path) } }

    /// The values in the file, if it can be looked at beforehand: it is no pipe, not large, and sound as far as it goes.
    var values: [DocumentValue]? {
        guard !isStandard, FileContents.isRegular(path),
            case .success(let file) = Result(catching: { try FileContents.beginning(of: path, limit: 1 << 20) }),
            file.size == file.bytes.count
        else { return nil }
        // What is not sound is told by the node that reads the file, with its place.
        return try? file.bytes.split(separator: UInt8(ascii: "\n"))
            .filter { line in line.contains { !" \t\r".utf8.contains($0) } }
            .map { try DocumentValue.read(SourceText(bytes: Array($0)), as: .json) }
    }

    /// The path as a node's process finds it, whatever its folder is.
    ///
    /// Standard input is that of this process, which outlives the node.
    var absolutePath: String {
        isStandard ? "/proc/\(OwnProcess.identifier)/fd/0" : Directory.absolute(path)
    }
}

/// `NAME=VALUE`: the value of a parameter.
struct ParameterWord: ExpressibleByArgument {
    let name: String
    let text: String

    init?(argument: String) {
        guard let end = argument.firstIndex(of: "="), end != argument.startIndex else { return nil }
        name = String(argument[..<end])
        text = String(argument[argument.index(after: end)...])
    }

    /// The value as a file would have it, from which types of items may follow.
    var guess: DocumentValue.Entry {
        // What is no YAML is a text.
        let value = try? DocumentValue.read(SourceText(bytes: Array(text.utf8)), as: .yaml)
        return DocumentValue.Entry(
            key: name.replacing("-", with: "_"),
            position: .start,
            value: value ?? DocumentValue(content: .scalar(text, .text), position: .start)
        )
    }
}
