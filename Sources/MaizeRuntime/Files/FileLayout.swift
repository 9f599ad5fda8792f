/// How the files of one item lie with their receiver: as they lay below the folder that they have in common.
///
///     /data/a/pose.pdb, /data/b/pose.pdb   ─▶   a/pose.pdb, b/pose.pdb
///
/// A single file has just its name, one that is named twice comes once, and one that lies in a folder which comes too
/// comes with that. Paths are told apart by their bytes: two that look alike may be two files.
struct FileLayout: Equatable {
    /// One thing to be transferred.
    struct Step: Equatable {
        /// An absolute path without links, `.` and `..`.
        var source: String
        /// Where it goes, below the folder of the item.
        var place: String
    }

    let steps: [Step]
    private var places: [[UInt8]: String] = [:]

    init(_ sources: [String]) {
        let paths = Set(sources.map(FileLayout.parts)).sorted { left, right in
            left.lexicographicallyPrecedes(right) { $0.lexicographicallyPrecedes($1) }
        }
        // What lies in a folder that comes follows it at once in this order.
        var roots: [[[UInt8]]] = []
        for path in paths where roots.last.map({ !path.starts(with: $0) }) ?? true { roots.append(path) }
        var common = (roots.first ?? []).dropLast()
        for root in roots {
            common = common.prefix(zip(common, root.dropLast()).prefix { $0 == $1 }.count)
        }
        steps = roots.map { root in
            Step(source: "/" + FileLayout.text(root[...]), place: FileLayout.text(root.dropFirst(common.count)))
        }
        for path in paths {
            places[Array("/".utf8) + FileLayout.bytes(path[...])] = FileLayout.text(path.dropFirst(common.count))
        }
    }

    /// Where a source goes.
    func place(of source: String) -> String? { places[Array(source.utf8)] }

    private static func parts(_ path: String) -> [[UInt8]] {
        path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    }
    private static func bytes(_ parts: ArraySlice<[UInt8]>) -> [UInt8] {
        Array(parts.joined(separator: [UInt8(ascii: "/")]))
    }
    private static func text(_ parts: ArraySlice<[UInt8]>) -> String { String(decoding: bytes(parts), as: UTF8.self) }
}
