public import MaizeCore
internal import MaizeSystem

/// Sends the file that an earlier run stored, then stores the one that comes now for the next run.
///
///     inp ─▶ FileBuffer(file: model.ckpt) ─▶ out
///
/// | | it sends | there comes | `model.ckpt` is then |
/// |---|---|---|---|
/// | in the first run | nothing, `out` ends | A | A |
/// | in the second run | A | B | B |
///
/// So a workflow goes on from its last result. The file that comes is not passed on. It replaces the stored one when it is
/// complete: a run that fails before leaves that as it was. When the input ends before a file came, nothing is stored.
///
/// The folder of the file is made if it alone is missing. With the option `loop` it sends what the pass before has stored.
///
///     let buffer = try flow.add(FileBuffer.self) { $0.file = File("model.ckpt") }
///     let train = try flow.add(Delay<File>.self, name: "train")   // here stands a node of yours
///     try flow.connect(buffer.out, to: train.inp)
///     try flow.connect(train.out, to: buffer.inp)
public final class FileBuffer: Node, ItemPassing {
    /// Where the file is stored.
    @Parameter(mustExist: false, help: "where the file is stored") public var file: File
    /// The file to store, for the next run.
    public let inp = Input<File>(mode: .copy)
    /// The file that was stored, if there is one.
    public let out = Output<File>(mode: .copy)

    /// Sends what is stored, then stores what comes.
    override public func run() throws {
        if try FileFailure.naming(file.path, { try FileKind.of(file.path) }) != nil {
            // Storing does not depend on anybody's wanting the last one.
            _ = try out.offer(file)
        }
        // Whoever may come to want it has it now, and must not wait for more: what comes here may be made of it.
        if !isLooping { out.close() }
        let new = try inp.receive()
        let saved = SavedFile(new, at: file.path, for: self)
        _ = try saved.isTaken(replacing: true)
        try saved.publish(saved.bring(isOurs: inp.lastItemHasFiles), replacing: true)
        try inp.removeLastFiles()
    }
}
