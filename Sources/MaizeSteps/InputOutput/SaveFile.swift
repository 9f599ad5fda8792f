public import MaizeCore
internal import MaizeSystem

/// Saves a file, or a folder with all that is in it, under a path of yours.
///
///     inp ─▶ SaveFile(destination: results/best.pdb)
///
/// | `destination` | the file is saved as |
/// |---|---|
/// | a folder, or a path that ends with `/` | its own name, in that folder |
/// | a path without a suffix where no file is, as `results` | its own name, in a folder of that name |
/// | any other path, as `results/best.pdb` | that |
///
/// A folder that is missing is made, but not those above it. The file appears whole or not at all: until it is complete it
/// grows as `.NAME.maize-partial-…` beside its place. Where something is at the path already, a warning says so and
/// nothing is saved, unless `overwrite` is set: a file then replaces a file, and a folder a folder.
///
/// It saves one file and ends; with the option `loop` it saves each. When the input ends before a file came, nothing is
/// saved.
///
///     let load = try flow.add(LoadFile.self) { $0.file = File("pose.pdb") }
///     let save = try flow.add(SaveFile.self) { $0.destination = File("results/") }
///     try flow.connect(load.out, to: save.inp)
public final class SaveFile: Node, ItemPassing {
    /// The path for the file, or a folder for it.
    @Parameter(mustExist: false, help: "the path for the file, or a folder for it") public var destination: File
    /// Whether what is there already is replaced.
    @Parameter(help: "replace what is there already") public var overwrite = false
    /// The file.
    public let inp = Input<File>(mode: .copy)

    /// Saves one file.
    override public func run() throws {
        let file = try inp.receive()
        let target = try place(for: file)
        let saved = SavedFile(file, at: target, for: self)
        do {
            if try saved.isTaken(replacing: overwrite), !overwrite { return warn(target) }
            try saved.publish(saved.bring(isOurs: inp.lastItemHasFiles), replacing: overwrite)
        } catch let error as SystemError where error.isTaken {
            return warn(target)
        }
        try inp.removeLastFiles()
    }

    private func place(for file: File) throws -> String {
        let path = destination.path
        let endsWithSlash = path.utf8.last == UInt8(ascii: "/")
        let kind = try FileFailure.naming(path) { try FileKind.of(path) }
        guard endsWithSlash || kind == .folder || (kind == nil && destination.suffix.isEmpty) else { return path }
        return try path + (endsWithSlash ? "" : "/") + SavedFile.name(of: file)
    }

    private func warn(_ target: String) {
        logger.warning("not saved: '\(target)' is there already; set 'overwrite' to replace it")
    }
}
