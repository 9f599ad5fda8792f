internal import Glibc
internal import MaizeCore
internal import MaizeSystem

/// Brings files to their places, and can take all of it back.
struct FileTransfer {
    private enum Done {
        case renamed(from: String, to: String)
        /// A copy at `to`, and `from` removed or about to be.
        case movedByCopy(from: String, to: String)
        /// A copy of what the link at `from` led to, and the link removed.
        case followed(link: String, destination: LinkDestination)
    }

    /// The folder that everything goes to; it goes too when the transfer is taken back.
    let folder: String
    private let betweenPieces: () throws -> Void
    private var done: [Done] = []

    /// `betweenPieces` is called now and then during long copies; what it throws ends the transfer.
    init(into folder: String, betweenPieces: @escaping () throws -> Void) {
        self.folder = folder
        self.betweenPieces = betweenPieces
    }

    /// Brings one file or folder to a place in the folder.
    mutating func bring(_ source: FileSource, to place: String, _ mode: FileMode) throws {
        let target = folder + "/" + place
        if let parent = Path.parent(of: place) { try Directory.make(folder + "/" + parent) }
        switch mode {
        case .copy: try FileTree(.copy, betweenPieces: betweenPieces).bring(source.content, to: target)
        case .link: try FileTree(.link, betweenPieces: betweenPieces).bring(source.content, to: target)
        case .move: try source.isLink ? follow(source, to: target) : move(source.path, to: target)
        }
    }

    private mutating func move(_ source: String, to target: String) throws {
        do {
            try Path.rename(source, to: target)
            done.append(.renamed(from: source, to: target))
        } catch {
            guard error.isOtherDevice else { throw error }
            let before = try FileStatus(of: source)
            try FileTree(.copy, betweenPieces: betweenPieces).bring(source, to: target)
            done.append(.movedByCopy(from: source, to: target))
            // What is still being written would be lost with the original.
            guard try FileStatus(of: source).isUnchanged(since: before) else {
                throw FileProblem("\(source) was changed while it was copied to another file system")
            }
            try Directory.remove(source)
        }
    }

    private mutating func follow(_ source: FileSource, to target: String) throws {
        try FileTree(.copy, betweenPieces: betweenPieces).bring(source.content, to: target)
        let destination = try Path.destination(ofLink: source.path)
        try Directory.remove(source.path)
        done.append(.followed(link: source.path, destination: destination))
    }

    /// Puts what was moved back where it was, and removes the rest.
    ///
    /// - Throws: The first thing that went wrong; what could not be put back is still in the folder then.
    mutating func takeBack() throws {
        var failure: (any Error)?
        for step in done.reversed() {
            if case .failure(let error) = Result(catching: { try takeBack(step) }) { failure = failure ?? error }
        }
        done = []
        if let failure { throw failure }
        try Directory.remove(folder)
    }

    private func takeBack(_ step: Done) throws {
        switch step {
        case .renamed(let source, let target):
            if try FileStatus.ifAny(at: source) != nil { throw SystemError("rename", EEXIST, path: source) }
            try Path.rename(target, to: source)
        case .movedByCopy(let source, let target):
            // Whatever of it is still there was not touched.
            try FileTree(.copy, fillsGaps: true, betweenPieces: {}).bring(target, to: source)
        case .followed(let link, let destination): try Path.makeLink(at: link, to: destination)
        }
    }
}
