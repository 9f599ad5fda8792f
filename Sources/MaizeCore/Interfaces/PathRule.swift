/// Which parts of a parameter's value are paths.
///
/// A node's process has a folder of its own as current directory, so what a user writes relative to another one is made
/// absolute before it travels.
package enum PathRule: Sendable {
    /// None.
    case none
    /// The value, or each element of it.
    case all
    /// The first word of a command, where it holds a slash: without one it is looked up in `PATH`.
    case program

    /// Whether values of a type can be paths, or be made of them.
    static func canHoldPaths(_ type: Any.Type) -> Bool { type is any PathHolding.Type }

    /// Whether values of a type are files, or are made of them.
    package static func holdsFiles(_ type: Any.Type) -> Bool { (type as? any PathHolding.Type)?.holdsFiles ?? false }

    /// The paths in a value.
    func paths<Value>(in value: Value) -> [String] {
        let words = (value as? any PathHolding)?.paths ?? []
        return switch self {
        case .none: []
        case .all: words
        case .program: words.first.map { $0.utf8.contains(UInt8(ascii: "/")) ? [$0] : [] } ?? []
        }
    }

    /// The value with its paths joined to `folder`; nil if nothing in it is relative.
    func absolute<Value>(_ value: Value, from folder: String) -> Value? {
        guard paths(in: value).contains(where: { !$0.isEmpty && !$0.hasPrefix("/") }) else { return nil }
        if case .program = self, var words = value as? [String] {
            words[0] = absolutePath(words[0], from: folder)
            return words as? Value
        }
        return (value as? any PathHolding)?.mappingPaths { absolutePath($0, from: folder) } as? Value
    }

    /// What is wrong with a path in `value`: no system call takes an empty one, or one with a zero byte.
    func problem<Value>(with value: Value) -> String? {
        for path in paths(in: value) {
            if path.isEmpty { return "is an empty path; give the path of a file, such as ./data.txt" }
            if path.utf8.contains(0) { return "is a path with a zero byte, which no file can have" }
        }
        return nil
    }

    /// `.` and `..` inside stay, since a component before `..` may be a link; only a leading `./` goes.
    private func absolutePath(_ path: String, from folder: String) -> String {
        guard !path.isEmpty, !path.hasPrefix("/") else { return path }
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
        return rest.isEmpty ? folder : folder.hasSuffix("/") ? folder + rest : folder + "/" + rest
    }
}
