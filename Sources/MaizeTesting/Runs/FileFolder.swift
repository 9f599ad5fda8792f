internal import MaizeSystem

/// The nodes' folders in one run in memory, and the files that travelled there: they go with this.
final class FileFolder: Sendable {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    deinit {
        _ = Result { try Directory.remove(path) }  // what cannot be removed is left to whoever cleans up there
    }
}
