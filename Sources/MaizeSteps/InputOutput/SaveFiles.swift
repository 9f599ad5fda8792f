public import MaizeCore
internal import MaizeSystem

/// Saves files, or folders with all that is in them, in a folder of yours, each under its own name.
///
///     [a.pdb, b.pdb] ─▶ SaveFiles(destination: results/) ─▶ results/a.pdb, results/b.pdb
///
/// The folder must be there before the run. When one of the files is there already, that is an error, and none of them is
/// saved, unless `overwrite` is set: a file then replaces a file, and a folder a folder. Two files of one name in the
/// list are an error too. Each file appears whole or not at all: until it is complete it grows as
/// `.NAME.maize-partial-…` in the folder.
///
/// It saves one list and ends; with the option `loop` it saves each. An empty list saves nothing, and so does a stream
/// that ends before a list came.
///
///     let load = try flow.add(LoadFiles.self) { $0.files = [File("a.pdb"), File("b.pdb")] }
///     let save = try flow.add(SaveFiles.self) { $0.destination = File("results") }
///     try flow.connect(load.out, to: save.inp)
public final class SaveFiles: Node, ItemPassing {
    /// The folder for the files.
    @Parameter(help: "the folder for the files") public var destination: File
    /// Whether what is there already is replaced.
    @Parameter(help: "replace what is there already") public var overwrite = false
    /// The files.
    public let inp = Input<[File]>(mode: .copy)

    /// Saves one list of files.
    override public func run() throws {
        let files = try inp.receive()
        let folder = destination.path
        guard try FileFailure.naming(folder, { try FileKind.of(folder) }) == .folder else {
            throw FileFailure(path: folder, "is no folder; give the folder in which the files are to be saved")
        }
        // Two elements of a list may lie within each other, and are then needed until both are saved.
        let areOurs = try inp.lastItemHasFiles && FileFinder(in: files).areSeparate
        let places = try files.map { try (file: $0, path: folder + "/" + SavedFile.name(of: $0)) }
        try refuseTwins(places.map(\.path))
        let saved = places.map { (file: SavedFile($0.file, at: $0.path, for: self), path: $0.path) }
        for (file, path) in saved where try file.isTaken(replacing: overwrite) && !overwrite { throw taken(path) }
        // All are complete before the first one appears.
        let partials = try saved.map { try $0.file.bring(isOurs: areOurs) }
        for ((file, path), partial) in zip(saved, partials) {
            do {
                try file.publish(partial, replacing: overwrite)
            } catch let error as SystemError where error.isTaken {
                throw taken(path)
            }
        }
        try inp.removeLastFiles()
    }

    private func refuseTwins(_ paths: [String]) throws {
        var seen: Set<[UInt8]> = []
        for path in paths where !seen.insert(Array(path.utf8)).inserted {
            throw FileFailure(
                path: path,
                "would be saved twice: two of the files have this name; give them different ones"
            )
        }
    }

    private func taken(_ path: String) -> FileFailure {
        FileFailure(path: path, "is there already; set 'overwrite' to replace it, or choose another destination")
    }
}
