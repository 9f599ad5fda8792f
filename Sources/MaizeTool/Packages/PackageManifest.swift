/// A package's manifest as `swift package dump-package` gives it: what programs there are, and what they are made of.
struct PackageManifest: Decodable, Sendable {
    struct Product: Decodable, Sendable {
        let name: String
        let targets: [String]
        let isExecutable: Bool

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            name = try fields.decode(String.self, forKey: .name)
            targets = try fields.decode([String].self, forKey: .targets)
            isExecutable = try fields.nestedContainer(keyedBy: Key.self, forKey: .type).contains(.executable)
        }

        private enum Key: String, CodingKey { case name, targets, type, executable }
    }

    struct Target: Decodable, Sendable {
        let name: String
        let type: String
        let dependencies: [Dependency]
    }

    /// A target of the package, or a product of another one.
    struct Dependency: Decodable, Sendable {
        let name: String
        /// Of a product, the package that it belongs to.
        let package: String?

        init(from decoder: any Decoder) throws {
            let kinds = try decoder.container(keyedBy: Kind.self)
            guard let kind = kinds.allKeys.first else {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "a dependency of no kind")
                )
            }
            var words = try kinds.nestedUnkeyedContainer(forKey: kind)
            name = try words.decode(String.self)
            package = kind == .product ? try words.decodeIfPresent(String.self) : nil
        }

        private enum Kind: String, CodingKey { case product, target, byName }
    }

    let name: String
    let products: [Product]
    let targets: [Target]

    /// A program that the package makes.
    struct Program: Sendable {
        let name: String
        let target: String
        /// The products of other packages that it links, with the packages' names.
        let links: [String: String?]

        var isCommand: Bool { links["MaizeTool"] != nil }
        var runsWorkflow: Bool { isCommand || links["MaizeCommands"] != nil }
    }

    /// The programs: those that are declared, and one for each other target that is executable.
    var programs: [Program] {
        let executable = targets.filter { $0.type == "executable" }.map(\.name)
        let declared = products.filter(\.isExecutable).compactMap { product in
            product.targets.first(where: executable.contains).map { (product.name, $0) }
        }
        let others = executable.filter { target in !declared.contains { $0.1 == target } }.map { ($0, $0) }
        return (declared + others).map { Program(name: $0, target: $1, links: links(of: $1)) }
    }

    /// What the package calls maize, as far as a target's links tell.
    func maize(in links: [String: String?]) -> String {
        ["MaizeTool", "MaizeCommands", "Maize"].compactMap { links[$0] ?? nil }.first ?? "maize-swift"
    }

    /// The products that a target links, itself or through other targets.
    func links(of target: String) -> [String: String?] {
        var found: [String: String?] = [:]
        var seen: Set<String> = []
        var open = [target]
        while let name = open.popLast() {
            guard seen.insert(name).inserted, let target = targets.first(where: { $0.name == name }) else { continue }
            for dependency in target.dependencies {
                open.append(dependency.name)
                if dependency.package != nil || found[dependency.name] == nil {
                    found[dependency.name] = .some(dependency.package)
                }
            }
        }
        return found
    }
}
