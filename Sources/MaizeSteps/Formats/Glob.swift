public import MaizeCore
internal import MaizeSystem

/// Sends the files whose paths match a pattern.
///
///     pattern ─▶ Glob ─▶ out
///
///     "poses/*.pdb"        ─▶ poses/1.pdb, poses/2.pdb
///     "runs/**/energy.csv" ─▶ runs/energy.csv, runs/a/energy.csv, runs/a/b/energy.csv
///
/// | in the pattern | stands for |
/// |---|---|
/// | `*` | any characters, also none, but no `/` |
/// | `?` | one character |
/// | `[abc]`, `[a-z]`, `[!a-z]` | one character of these, or not of these |
/// | `**` between slashes | any number of folders, also none |
///
/// Files are sent in the order of the bytes of their paths. Folders are not sent. As in a shell, a name that begins with a
/// dot matches only where the pattern has that dot, and `**` enters neither hidden folders nor links to folders. A folder
/// that is really called so, such as `[1]`, is meant by its name. A relative pattern begins in the folder in which the run
/// was started, in a workflow file in that file's folder.
///
/// Where nothing is found, nothing is sent and a warning is logged; with `must_find` that is an error. A folder on the way
/// that cannot be read is an error that names it. All paths that are found are held in memory. Names that are not UTF-8 are
/// passed over.
///
///     let poses = try flow.add(Glob.self) { $0.pattern = "poses/*.pdb" }
///     try flow.connect(poses.out, to: flow.add(Return<File>.self).inp)
public final class Glob: Node {
    /// The pattern.
    @Parameter(isPath: true, help: "a path with *, ?, [a-z] or ** in it") public var pattern: String
    /// Whether it is an error that nothing is found.
    @Parameter(name: "must_find", help: "nothing found is an error") public var mustFind = false
    /// The files.
    public let out = Output<File>()

    /// Sends what is there now.
    override public func run() throws {
        let search = try GlobSearch(pattern)
        if search.found.isEmpty {
            let message = "no file matches '\(pattern)'"
            if mustFind {
                throw WorkflowError(.value, path: nodePath.description, message + "; is it the right folder?")
            }
            logger.warning(message)
        }
        for path in search.found { try out.send(File(path)) }
    }
}
