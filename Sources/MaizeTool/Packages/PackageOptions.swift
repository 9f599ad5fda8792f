/// What a command line says of a user's package, whichever verb it is for.
///
/// These words go with every verb that takes a workflow or a type of nodes, and are taken out before the verb sees them:
/// which options a workflow has is known only by the program that has its nodes.
struct PackageOptions: Equatable, Sendable {
    /// The folder of the package.
    var path: String?
    /// Its program, where there are several.
    var product: String?
    /// How it is built: `debug` or `release`.
    var configuration = "debug"
    /// Whether only errors of the build are wanted.
    var isQuiet = false

    /// The command line without them.
    var otherWords: [String] = []

    /// Those of the command line that is being served.
    @TaskLocal static var current = PackageOptions()

    /// What the help of verbs says of them.
    static let help = """
        Every command that takes FLOW or TYPE knows the nodes of a Swift package, too:
          --package-path <folder>           The package, which is built first.
          --package-product <name>          Its program, where there are several.
          --package-configuration <name>    How it is built: debug (default) or release.
        """

    /// Why options make no sense.
    struct Misuse: Error, Equatable {
        let message: String
    }

    init() {}

    /// Looks for the options among the words of a command line.
    ///
    /// - Throws: `Misuse` where a value is missing, or is none.
    init(_ words: [String]) throws(Misuse) {
        let end = words.firstIndex(of: "--") ?? words.endIndex
        var given = words[..<end][...]
        while let word = given.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let option = Name(rawValue: String(parts[0])) else {
                isQuiet = isQuiet || word == "-q" || word == "--quiet"
                otherWords.append(word)
                continue
            }
            let value = parts.count > 1 ? String(parts[1]) : given.popFirst() ?? ""
            guard !value.isEmpty, !value.hasPrefix("-") else {
                throw Misuse(message: "\(option.rawValue) takes \(option.meaning).")
            }
            try set(option, value)
        }
        otherWords += words[end...]
    }

    private mutating func set(_ option: Name, _ value: String) throws(Misuse) {
        switch option {
        case .path: path = value
        case .product: product = value
        case .configuration:
            guard ["debug", "release"].contains(value) else {
                throw Misuse(message: "\(option.rawValue) takes \(option.meaning), not '\(value)'.")
            }
            configuration = value
        }
    }

    private enum Name: String {
        case path = "--package-path"
        case product = "--package-product"
        case configuration = "--package-configuration"

        var meaning: String {
            switch self {
            case .path: "the folder of a Swift package"
            case .product: "the name of a program in the package"
            case .configuration: "'debug' or 'release'"
            }
        }
    }
}
