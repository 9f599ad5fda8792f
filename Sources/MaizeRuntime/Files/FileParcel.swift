internal import MaizeCore
internal import MaizeSystem

/// The files of one item, found and laid out, before anything is done with them.
struct FileParcel {
    let sources: [FileSource]
    private let layout: FileLayout
    private let given: [String]

    /// Looks for the files that an item names; a relative path is taken from `folder`.
    init(_ given: [String], from folder: String) throws {
        self.given = given
        sources = try given.map { try FileSource($0, from: folder) }
        layout = FileLayout(sources.map(\.path))
    }

    /// The names that appear in the folder to which the files go.
    var topNames: Set<String> {
        // By bytes: to a `String` a slash and an accent behind it are one other character.
        Set(layout.steps.map { String(decoding: $0.place.utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self) })
    }

    /// The new path of each file, by the bytes of the one that the item gives.
    func places(in folder: String) -> [[UInt8]: String] {
        var places: [[UInt8]: String] = [:]
        for (given, source) in zip(given, sources) {
            places[Array(given.utf8)] = layout.place(of: source.path).map { folder + "/" + $0 }
        }
        return places
    }

    /// Brings the files to their places; what links lead to comes first, since it may be moved itself.
    func carryOut(_ transfer: inout FileTransfer, mode: (FileSource) throws -> FileMode) throws {
        let byPath = Dictionary(sources.map { (Array($0.path.utf8), $0) }) { first, _ in first }
        let steps = layout.steps.compactMap { step in byPath[Array(step.source.utf8)].map { ($0, step.place) } }
        for (source, place) in steps.filter(\.0.isLink) + steps.filter({ !$0.0.isLink }) {
            try transfer.bring(source, to: place, mode(source))
        }
    }
}
