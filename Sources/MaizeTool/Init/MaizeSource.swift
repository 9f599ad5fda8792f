internal import MaizeSystem

/// Where a new package finds maize-swift.
enum MaizeSource: Equatable, Sendable {
    /// The folder of a checkout.
    case folder(String)
    /// The address of a repository.
    case address(String)

    /// What the user wrote: an address has a scheme, or a host and a colon as `git` takes them.
    ///
    /// - Throws: `PackageProblem` for a folder that is none of maize-swift.
    init(written text: String) throws(PackageProblem) {
        let isAddress = text.contains("://") || (text.contains("@") && text.contains(":"))
        if isAddress, !text.hasPrefix("file://") {
            self = .address(text)
            return
        }
        let path = text.hasPrefix("file://") ? String(text.dropFirst(7)) : text
        guard MaizeSource.isCheckout(path), let folder = try? Path.resolved(path) else {  // it went in between
            throw PackageProblem("\(path) is no folder of maize-swift: it has no Package.swift with Sources/MaizeTool")
        }
        self = .folder(folder)
    }

    /// The checkout that this command was built from, if it still exists.
    ///
    /// - Throws: `PackageProblem` that asks for `--maize`.
    static func ownCheckout(source: String = #filePath) throws(PackageProblem) -> MaizeSource {
        // Sources/MaizeTool/Init/MaizeSource.swift
        let folder = "/" + source.split(separator: "/").dropLast(4).joined(separator: "/")
        guard isCheckout(folder) else {
            throw PackageProblem(
                "\(folder), which this command was built from, is no checkout of maize-swift any more; say with"
                    + " --maize where one is, or the address of a repository"
            )
        }
        return .folder(folder)
    }

    private static func isCheckout(_ folder: String) -> Bool {
        UserPackage.exists(at: folder) && Directory.exists(folder + "/Sources/MaizeTool")
    }

    /// The dependency as a manifest has it.
    var dependency: String {
        switch self {
        case .folder(let path): ".package(name: \"\(package)\", path: \(path.debugDescription))"
        case .address(let address): ".package(url: \(address.debugDescription), branch: \"main\")"
        }
    }

    /// What the manifest calls the package.
    var package: String {
        guard case .address(let address) = self else { return "maize-swift" }
        let parts = address.split { "/:".contains($0) }
        guard let last = parts.last else { return "maize-swift" }
        return String(last.hasSuffix(".git") ? last.dropLast(4) : last)
    }
}
