/// A file or a folder as an item: what is sent is its content, not only its path.
///
///     let inp = Input<File>()
///     let out = Output<File>(mode: .move)
///
/// The receiver gets the file in a folder of its own, under the same name. The same holds for a `File` anywhere inside
/// an item: in a list, in a dictionary, in a property of a type of yours. As the type of a parameter, `File` is a path:
/// a relative one is taken from the folder in which the program was started.
public struct File: Hashable, Sendable {
    /// Where it is.
    ///
    /// A relative path is taken from the node's `workDirectory`.
    public var path: String

    /// The file or folder at `path`.
    public init(_ path: String) {
        self.path = path
    }

    /// The last part of the path: `pose.pdb`.
    public var name: String {
        // By bytes: to a `String` a slash and an accent behind it are one other character.
        path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What follows the last dot of the name, without the dot: `pdb`.
    ///
    /// Empty for names such as `.profile` and `README`.
    public var suffix: String {
        let name = name
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }
}

extension File: CustomStringConvertible {
    /// The path.
    public var description: String { path }
}

extension File: Codable {
    /// Reads a path.
    public init(from decoder: any Decoder) throws {
        path = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the path; on its way through a channel, the one that the file has with its receiver.
    public func encode(to encoder: any Encoder) throws {
        let channel = encoder.userInfo[.fileChannel] as? any FileChannel
        var container = encoder.singleValueContainer()
        try container.encode(channel?.path(for: self) ?? path)
    }
}

/// What takes the files of an item to its receiver, while the item is encoded.
package protocol FileChannel: AnyObject {
    /// Notes that the item holds `file`; the path that it has with the receiver, as far as that is known yet.
    func path(for file: File) throws -> String
}

extension CodingUserInfoKey {
    /// Where an encoder keeps the `FileChannel` of the channel for which it encodes.
    package static let fileChannel = CodingUserInfoKey(rawValue: "maize.fileChannel")!  // no name is refused
}
