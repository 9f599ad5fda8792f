internal import MaizeSystem
internal import MaizeWire
internal import MaizeCore

/// Moves the files of results to a folder that outlives the run.
package final class FileKeeper {
    private let node: NodeFiles
    private let files = ItemFiles()
    private let encoder: ItemEncoder
    private let buffer = ByteBuffer()
    /// The folder that was made because none was given.
    private var ownFolder: String?
    private var lastNumber = 0

    package init(_ node: NodeFiles) {
        self.node = node
        encoder = ItemEncoder(userInfo: [.fileChannel: files])
    }

    /// Moves the files of `item` to `folder`, or to a fresh one in the folder for temporary files; the item's encoded
    /// form with their new paths.
    ///
    /// Names that are taken there come into a numbered folder in it.
    package func keep<Item: Encodable>(_ item: Item, in folder: String?) throws -> [UInt8] {
        defer { files.forget() }
        do {
            try encode(item)
            if files.isEmpty { return Array(buffer.bytes) }
            let parcel = try FileParcel(files.found, from: node.workDirectory())
            let target = try freeFolder(for: parcel, in: folder ?? madeFolder())
            files.place(parcel.places(in: target))
            try encode(item)
            var transfer = FileTransfer(into: target, betweenPieces: node.checkStop)
            try parcel.carryOut(&transfer) { source in node.isReceived(source) ? .move : .copy }
            return Array(buffer.bytes)
        } catch let error where error is SystemError || error is FileProblem {
            throw WorkflowError(.file, path: node.node, "the files of a result cannot be kept: \(error)")
        }
    }

    private func encode<Item: Encodable>(_ item: Item) throws {
        buffer.removeAll()
        try encoder.encode(item, into: buffer)
    }

    private func madeFolder() throws(SystemError) -> String {
        if let ownFolder { return ownFolder }
        let made = try Directory.makeUnique(prefix: Directory.temporary + "/maize-result-")
        ownFolder = made
        return made
    }

    private func freeFolder(for parcel: FileParcel, in folder: String) throws -> String {
        try Directory.make(folder)
        var isFree = true
        for name in parcel.topNames where try FileStatus.ifAny(at: folder + "/" + name) != nil { isFree = false }
        if isFree { return folder }
        while true {
            lastNumber += 1
            let numbered = "\(folder)/\(lastNumber)"
            if try FileStatus.ifAny(at: numbered) == nil {
                try Directory.make(numbered)
                return numbered
            }
        }
    }
}
