internal import MaizeCore
internal import MaizeDocuments
internal import MaizeWire

/// The value of a parameter or an input as a file has it.
struct SavedValue {
    let interface: Interface
    let paths: SavedPath

    /// In a file of this folder; paths stay absolute where it is nil.
    init(_ interface: Interface, folder: String?) {
        self.interface = interface
        paths = SavedPath(folder: folder)
    }

    /// The value; nil where there is none.
    func document() throws -> DocumentValue? {
        guard let bytes = try interface.savedBytes() else { return nil }
        let value = DocumentValue(try ItemTree(item: bytes))
        switch interface.savedPaths {
        case .none: return value
        case .all: return value.mappingTexts(paths.relative)
        case .program:
            guard case .list(var words) = value.content, let first = words.first else { return value }
            words[0] = first.mappingTexts(paths.relativeProgram)
            return .list(words)
        }
    }
}

extension Interface {
    /// The value as it is encoded; nil where there is none.
    func savedBytes() throws -> [UInt8]? {
        switch self {
        case let parameter as AnyParameter: try parameter.encodedValue()
        case let port as InputPort: try (port.leaf as? InputPort ?? port).encodedValue()
        default: nil
        }
    }

    /// Which parts of the value are paths.
    fileprivate var savedPaths: PathRule {
        if let parameter = self as? AnyParameter { return parameter.pathRule }
        return (self as? InputPort).map { PathRule.holdsFiles($0.itemType) } == true ? .all : .none
    }
}

extension DocumentValue {
    /// The value with each text in it changed; keys stay.
    fileprivate func mappingTexts(_ change: (String) -> String) -> DocumentValue {
        var value = self
        switch content {
        case .scalar(let text, .text): value.content = .scalar(change(text), .text)
        case .list(let values): value.content = .list(values.map { $0.mappingTexts(change) })
        case .mapping(let entries):
            value.content = .mapping(
                entries.map {
                    Entry(key: $0.key, position: $0.position, value: $0.value.mappingTexts(change))
                }
            )
        case .null, .scalar: break
        }
        return value
    }
}
