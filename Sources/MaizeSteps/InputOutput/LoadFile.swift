public import MaizeCore

/// Sends a file, or a folder with all that is in it, once.
///
///     LoadFile(file: pose.pdb) ─▶ out
///
/// The receiver gets a copy; the file stays where it is. It must be there before the run.
///
///     let load = try flow.add(LoadFile.self) { $0.file = File("pose.pdb") }
public final class LoadFile: Node {
    /// The file.
    @Parameter(help: "the file to send") public var file: File
    /// The file, once.
    public let out = Output<File>(mode: .copy)

    /// Sends the file.
    override public func run() throws { try out.send(file) }
}

/// Sends a list of files, or of folders with all that is in them, once.
///
///     LoadFiles(files: [a.pdb, b.pdb]) ─▶ out
///
/// They are one item: the receiver gets copies of all of them at once. The files stay where they are. Each must be there
/// before the run. To send them one by one, put a `Scatter` behind it.
///
///     let load = try flow.add(LoadFiles.self) { $0.files = [File("a.pdb"), File("b.pdb")] }
///     let scatter = try flow.add(Scatter<File>.self)
///     try flow.connect(load.out, to: scatter.inp)
public final class LoadFiles: Node {
    /// The files; an empty list is sent as one.
    @Parameter(help: "the files to send") public var files: [File]
    /// The files, once.
    public let out = Output<[File]>(mode: .copy)

    /// Sends the files.
    override public func run() throws { try out.send(files) }
}
