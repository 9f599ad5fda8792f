/// A value that is a path, or is made of paths.
protocol PathHolding {
    /// Whether the paths are those of files by their type, and need no word to say so.
    static var holdsFiles: Bool { get }
    var paths: [String] { get }
    /// The same with each path changed.
    func mappingPaths(_ change: (String) -> String) -> Self
}

extension String: PathHolding {
    static var holdsFiles: Bool { false }
    var paths: [String] { [self] }
    func mappingPaths(_ change: (String) -> String) -> String { change(self) }
}

extension File: PathHolding {
    static var holdsFiles: Bool { true }
    var paths: [String] { [path] }
    func mappingPaths(_ change: (String) -> String) -> File { File(change(path)) }
}

extension Optional: PathHolding where Wrapped: PathHolding {
    static var holdsFiles: Bool { Wrapped.holdsFiles }
    var paths: [String] { self?.paths ?? [] }
    func mappingPaths(_ change: (String) -> String) -> Wrapped? { map { $0.mappingPaths(change) } }
}

extension Array: PathHolding where Element: PathHolding {
    static var holdsFiles: Bool { Element.holdsFiles }
    var paths: [String] { flatMap(\.paths) }
    func mappingPaths(_ change: (String) -> String) -> [Element] { map { $0.mappingPaths(change) } }
}

extension Dictionary: PathHolding where Key == String, Value: PathHolding {
    static var holdsFiles: Bool { Value.holdsFiles }
    /// In the order of their keys.
    var paths: [String] { sorted { $0.key < $1.key }.flatMap(\.value.paths) }
    func mappingPaths(_ change: (String) -> String) -> [String: Value] { mapValues { $0.mappingPaths(change) } }
}
