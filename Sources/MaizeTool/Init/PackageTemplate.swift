internal import MaizeSystem

/// A new package: what its files say, with the names in place.
///
/// Each text is in a file of its own in Templates/.
struct PackageTemplate: Sendable {
    let name: PackageName
    let maize: MaizeSource

    /// The files, by their paths in the package.
    var files: [(path: String, text: String)] {
        [
            ("Package.swift", manifest),
            ("Sources/\(name.nodes)/Readings.swift", readings),
            ("Sources/\(name.nodes)/MovingAverage.swift", movingAverage),
            ("Sources/\(name.text)/Program.swift", program),
            ("Tests/\(name.nodes)Tests/MovingAverageTests.swift", tests),
            ("flow.yaml", flow),
            ("README.md", readme),
            (".gitignore", ".build/\n"),
        ]
    }

    /// Writes the package: all of it appears at once, or nothing.
    ///
    /// - Parameter folder: Where it is to be; nothing, or an empty folder.
    /// - Throws: `PackageProblem` when something is there, or the folder above is not; `SystemError`.
    func write(to folder: String) throws {
        if let status = try FileStatus.ifAny(at: folder) {
            guard status.kind == .folder, try Directory.entries(of: folder).isEmpty else {
                throw PackageProblem("\(folder) exists already; choose another name, or empty it first")
            }
        }
        if let above = Path.parent(of: folder), !above.isEmpty, !Directory.exists(above) {
            throw PackageProblem("\(above), in which the package is to be, is no folder; make it first")
        }
        let partial = Path.partial(beside: folder)
        do {
            try write(into: partial)
            // Takes the place of an empty folder, and of nothing else.
            try Path.rename(partial, to: folder)
        } catch {
            _ = Result { try Directory.remove(partial) }  // the first error tells more
            throw error
        }
    }

    private func write(into root: String) throws {
        try Directory.makeOne(root)
        for (path, text) in files {
            var above = root
            for part in path.split(separator: "/").dropLast() {
                above += "/" + part
                try Directory.makeOne(above)
            }
            try PartialFile.publish(text, at: root + "/" + path)
        }
    }
}
