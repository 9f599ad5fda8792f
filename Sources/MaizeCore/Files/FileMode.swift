/// How files travel through a channel.
///
///     let inp = Input<File>(mode: .link)   // read only: no copy is needed
///     let out = Output<File>(mode: .move)  // made here, and wanted by nobody else
public enum FileMode: String, Codable, Sendable, CaseIterable {
    /// The receiver gets a copy of its own.
    case copy
    /// The receiver gets the same content under another name: what one of both changes in place, the other sees.
    case link
    /// The file goes from the sender to the receiver.
    case move

    /// The mode of a channel: the one given for it, else what its ends say.
    ///
    /// A copy is safe for whoever asks for it, so it wins over the others, and is what happens where nothing is said.
    package static func ofChannel(_ explicit: FileMode?, sender: FileMode?, receiver: FileMode?) -> FileMode {
        if let explicit { return explicit }
        let wishes = [sender, receiver].compactMap(\.self)
        return [FileMode.copy, .link, .move].first(where: wishes.contains) ?? .copy
    }
}
