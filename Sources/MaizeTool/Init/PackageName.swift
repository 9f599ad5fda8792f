/// The name of a new package, and of its program: one that a Swift module can have.
struct PackageName: Equatable, Sendable {
    let text: String

    /// The module of the package's nodes.
    var nodes: String { text + "Nodes" }
    /// The workflow's name.
    var flow: String { text.lowercased() }

    /// Takes the last part of a path.
    ///
    /// - Throws: `PackageProblem` that names what would do.
    init(folder: String) throws(PackageProblem) {
        try self.init(folder.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? "")
    }

    /// - Throws: `PackageProblem` that names what would do.
    init(_ text: String) throws(PackageProblem) {
        guard PackageName.isModuleName(text) else {
            throw PackageProblem(
                "\(text.debugDescription) cannot be the name of a Swift module, which has letters of ASCII, digits and '_'"
                    + " and begins with no digit" + PackageName.suggestion(for: text)
            )
        }
        guard !PackageName.taken.contains(text.lowercased()) else {
            throw PackageProblem("there is a module or a word of Swift called '\(text)' already; call it My\(text)")
        }
        self.text = text
    }

    private static func isModuleName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !isDigit(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The words of a name in one: `MyFlows` for `my-flows`.
    private static func suggestion(for text: String) -> String {
        let words = text.utf8.split { !isLetter($0) && !isDigit($0) }.map { String(decoding: $0, as: UTF8.self) }
        var name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined().prefix(64)
        if let first = name.utf8.first, isDigit(first) { name = "Flow" + name.prefix(60) }
        return name.isEmpty ? "; choose one like Corpus" : "; '\(name)' would do"
    }

    /// Modules that a program links or the toolchain has, and words of the language, in lower case: a name that differs
    /// from one by case only is no help.
    private static let taken: Set<String> = [
        "maize", "maizecommands", "maizecore", "maizedocuments", "maizeformats", "maizelogging", "maizeruntime",
        "maizesteps", "maizesystem", "maizetesting", "maizetool", "maizewire", "cmaizesystem",
        "argumentparser", "argumentparsertoolinfo", "cyaml", "yams", "logging",
        "distributed", "dispatch", "foundation", "foundationessentials", "glibc", "observation", "packagedescription",
        "regexbuilder", "swift", "synchronization", "testing", "xctest",
        "any", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
        "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in",
        "init", "inout", "internal", "is", "let", "main", "nil", "operator", "precedencegroup", "private", "program",
        "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
        "switch",
        "throw", "throws", "true", "try", "type", "typealias", "var", "where", "while", "_",
    ]
}
