/// A workflow that cannot be built: what is wrong, and what to do about it.
///
///     @Parameter var size = 10
///     let out = Output<Int>()
///
///     override func validate() throws {
///         guard size > 0 else { throw WorkflowError(.value, "size is \(size), at least 1 is needed") }
///     }
public struct WorkflowError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of a problem; more kinds may come.
    ///
    ///     do {
    ///         try flow.add(Words.self, name: "not a name")
    ///     } catch let error as WorkflowError where error.code == .name {
    ///         print(error.message)
    ///     }
    public struct Code: Hashable, Sendable {
        package let word: String

        package init(_ word: String) {
            self.word = word
        }

        /// A name that breaks the rule for names, or is taken.
        public static let name = Code("name")
        /// A type that cannot be a component.
        public static let type = Code("type")
        /// A connection that cannot be made.
        public static let connection = Code("connection")
        /// A value that a parameter or an input refuses.
        public static let value = Code("value")
        /// A mapping or an exposure that cannot be made.
        public static let mapping = Code("mapping")
        /// An interface that is used where it has no meaning.
        public static let usage = Code("usage")
        /// A program that is not found.
        public static let program = Code("program")
        /// A file that cannot be sent, kept or removed.
        public static let file = Code("file")
        /// A workflow whose check found errors.
        public static let check = Code("check")
    }

    /// The kind of the problem.
    public let code: Code
    /// The component, as its path; empty for the workflow itself.
    public let path: String
    /// What is wrong, and what to do next.
    public let message: String

    /// Makes an error.
    public init(_ code: Code, path: String = "", _ message: String) {
        self.code = code
        self.path = path
        self.message = message
    }

    /// The path and the message.
    public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
