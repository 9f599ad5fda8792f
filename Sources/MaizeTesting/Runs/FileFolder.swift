internal import Glibc
internal import MaizeSystem

/// The folder for the files that travel in one run in memory: made by the first of them, gone with this.
final class FileFolder: Sendable {
    let path: String

    init() {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        path = parent + "/maize-files-" + String(UInt64.random(in: .min ... .max), radix: 36)
    }

    deinit {
        _ = Result { try Directory.remove(path) }  // what cannot be removed is left to whoever cleans up there
    }
}
