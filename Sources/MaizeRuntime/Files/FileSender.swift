internal import MaizeSystem
package import MaizeCore

/// Takes the files of an output's items to the receiver's inbox.
package final class FileSender {
    private let inbox: String
    private let mode: FileMode
    private let port: String
    private let node: NodeFiles
    /// What the encoder of the output's items is given.
    package let files = ItemFiles()
    /// Items with files that were sent.
    private var count = 0
    /// What the node still wants of the files that came through its own inputs.
    package var receivedFiles = ReceivedFilesUse.unknown

    /// - Parameters:
    ///   - inbox: The receiver's inbox for this channel.
    ///   - mode: How files travel here.
    ///   - port: The output, for messages.
    ///   - node: The node that sends.
    package init(inbox: String, mode: FileMode, port: String, node: NodeFiles) {
        self.inbox = inbox
        self.mode = mode
        self.port = port
        self.node = node
    }

    /// What an encoder finds its files' channel by.
    package var userInfo: [CodingUserInfoKey: Any] { [.fileChannel: files] }

    /// Sends the item that was encoded last and was found to hold files; the channel has room for it.
    ///
    /// What fails is taken back: files that were moved are where they were again.
    ///
    /// - Parameters:
    ///   - encode: Encodes the item once more, now with the paths that its files have with the receiver.
    ///   - put: Sends the encoded item; when it throws, the item was not sent.
    /// - Throws: `WorkflowError` with the node, the port and the path; what `encode` and `put` throw; the stop of a
    ///   shutdown.
    package func deliver(encode: () throws -> Void, put: () throws -> Void) throws {
        defer { files.forget() }
        do {
            try deliverFiles(encode, put)
        } catch let error as SystemError {
            let hint =
                "; the receiver's files lie in \(inbox): give the run another folder (--scratch) if its disk is full"
            throw failure("\(error)" + (error.isOutOfSpace ? hint : ""))
        } catch let error as FileProblem {
            let wasPerhapsMoved = error.isMissing && mode == .move && count > 0
            let hint = "; what was moved once is there no more: to send it again, copy it"
            throw failure(error.description + (wasPerhapsMoved ? hint : ""))
        }
    }

    private func failure(_ what: String) -> WorkflowError {
        WorkflowError(.file, path: node.node, "output '\(port)' cannot \(mode.rawValue) the files of an item: \(what)")
    }

    private func deliverFiles(_ encode: () throws -> Void, _ put: () throws -> Void) throws {
        let parcel = try FileParcel(files.found, from: node.workDirectory())
        let folder = "\(inbox)/\(count)"
        files.place(parcel.places(in: folder))
        try encode()
        try Directory.make(folder)
        var transfer = FileTransfer(into: folder, betweenPieces: node.checkStop)
        do {
            try refuseOwnFolders(parcel, folder)
            try parcel.carryOut(&transfer, mode: mode(of:))
            try put()
        } catch {
            try takeBack(&transfer, after: error)
            throw error
        }
        count += 1
        tidy(parcel)
    }

    /// How one file travels.
    private func mode(of source: FileSource) throws -> FileMode {
        guard receivedFiles != .unknown, node.isReceived(source) else { return mode }
        if receivedFiles == .sentAgain { return mode == .move ? .copy : mode }
        // Where a copy is wanted, a file that has another name elsewhere is not this node's alone.
        return try mode == .copy && FileTree.sharesFiles(source.content) ? .copy : .move
    }

    private func refuseOwnFolders(_ parcel: FileParcel, _ folder: String) throws {
        guard parcel.sources.contains(where: \.isFolder) else { return }
        let folder = try Path.resolved(folder)
        for source in parcel.sources where source.holds(folder) {
            throw FileProblem("\(source.given) holds the run's own folder, so it cannot be sent; send what is in it")
        }
        guard mode == .move else { return }
        // Work in it would go on in the receiver's folder.
        let workDirectory = try? Path.resolved(node.workDirectory())  // none was made yet
        for source in parcel.sources where workDirectory.map(source.holds) ?? false {
            throw FileProblem(
                "\(source.given) is the node's own work folder, which cannot be moved; move what is in it"
            )
        }
    }

    /// What cannot be put back keeps its folder, under a name that no later item has.
    private func takeBack(_ transfer: inout FileTransfer, after error: any Error) throws {
        do {
            try transfer.takeBack()
        } catch let second {
            let kept = "\(inbox)/not-put-back-\(WallClock.now)"
            try Path.rename(transfer.folder, to: kept)
            throw FileProblem("\(error); then its files could not be put back: \(second); they lie in \(kept)")
        }
    }

    /// Removes the folders that files were handed over from, where nothing is left in them.
    private func tidy(_ parcel: FileParcel) {
        guard receivedFiles == .passedOn || mode == .move else { return }
        for source in parcel.sources where node.isReceived(source) { InboxPath.removeEmptyFolders(above: source.given) }
    }
}
