internal import MaizeSystem
internal import MaizeWire

/// What a process that becomes another program leaves for it, in memory that nobody else can read.
struct HandoverNote: Codable {
    /// What the program is to do with the words.
    enum Part: Codable, Equatable {
        /// To be the command, with the nodes that it has. The folder is that of its package, where a workflow file has
        /// named it; nil where the command line has.
        case command(package: String?)
        /// To run its own workflow.
        case workflow
    }

    let part: Part
    /// The words of the command line, without the program's name.
    let words: [String]
    /// Variables of the environment that are not to be seen.
    let variables: [String: String]

    /// The environment variable that tells which process has a note, and the number of its descriptor.
    ///
    /// A process keeps its number when it becomes another program, so nothing that inherits the variable takes it for
    /// itself.
    private static let variable = "MAIZE_HANDOVER"

    /// Becomes the program, which finds the note; returns only when it cannot be started.
    func become(program: String, arguments: [String]) throws -> SystemError {
        let bytes = ByteBuffer()
        try ItemEncoder().encode(self, into: bytes)
        let file = try MemoryFile.sealed(name: "maize-handover", contents: Array(bytes.bytes))
        let number = file.release()  // the program closes it
        OwnProcess.setEnvironment(HandoverNote.variable, "\(OwnProcess.identifier):\(number)")
        for name in variables.keys { OwnProcess.unsetEnvironment(name) }
        return OwnProcess.replace(program: program, arguments: arguments, keeping: number)
    }

    /// The note that was left for this process; nil where there is none.
    static func found() throws -> HandoverNote? {
        guard let value = OwnProcess.environment(variable) else { return nil }
        OwnProcess.unsetEnvironment(variable)
        let parts = value.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "\(OwnProcess.identifier)", let number = Int32(parts[1]), number > 2 else {
            return nil
        }
        let file = Descriptor(owning: number)
        let note = try MemoryFile.contents(of: file).withUnsafeBytes {
            try ItemDecoder().decode(HandoverNote.self, from: $0)
        }
        for (name, value) in note.variables { OwnProcess.setEnvironment(name, value) }
        return note
    }
}
