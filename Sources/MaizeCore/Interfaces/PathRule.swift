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

    /// The value types that can hold paths.
    static func canHoldPaths(_ type: Any.Type) -> Bool {
        type is String.Type || type is String?.Type || type is [String].Type
    }

    /// The value with its paths joined to `folder`; nil if nothing in it is relative.
    func absolute<Value>(_ value: Value, from folder: String) -> Value? {
        guard self != .none else { return nil }
        let changed: Any
        switch value {
        case let path as String: changed = absolutePath(path, from: folder)
        case let paths as [String]:
            changed = paths.enumerated().map { place, path in
                isPath(path, at: place) ? absolutePath(path, from: folder) : path
            }
        default: return nil
        }
        guard let changed = changed as? Value else { return nil }
        return isSame(changed, value) ? nil : changed
    }

    /// What is wrong with a path in `value`: no system call takes an empty one, or one with a zero byte.
    func problem<Value>(with value: Value) -> String? {
        guard self != .none else { return nil }
        let paths = (value as? String).map { [$0] } ?? (value as? [String]) ?? []
        for (place, path) in paths.enumerated() where isPath(path, at: place) || path.isEmpty && self == .all {
            if path.isEmpty { return "is an empty path; give the path of a file, such as ./data.txt" }
            if path.utf8.contains(0) { return "is a path with a zero byte, which no file can have" }
        }
        return nil
    }

    private func isPath(_ word: String, at place: Int) -> Bool {
        self == .all || place == 0 && word.utf8.contains(UInt8(ascii: "/"))
    }

    /// `.` and `..` inside stay, since a component before `..` may be a link; only a leading `./` goes.
    private func absolutePath(_ path: String, from folder: String) -> String {
        guard !path.isEmpty, !path.hasPrefix("/") else { return path }
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
        return rest.isEmpty ? folder : folder.hasSuffix("/") ? folder + rest : folder + "/" + rest
    }

    private func isSame<Value>(_ first: Value, _ second: Value) -> Bool {
        (first as? String).map { $0 == second as? String } ?? ((first as? [String]) == (second as? [String]))
    }
}
