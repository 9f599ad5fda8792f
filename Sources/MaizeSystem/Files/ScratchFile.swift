internal import Glibc

/// A file for what does not fit into memory: without a name, so that it goes with its owner, however that ends.
package final class ScratchFile {
    private let file: Descriptor
    /// The bytes that were written.
    package private(set) var size = 0

    /// Makes a file on the disk of a folder.
    package init(in folder: String) throws(SystemError) {
        // Not `O_TMPFILE`: not every file system has it.
        while true {
            let path = folder + "/.scratch-" + String(UInt64.random(in: 0..<(1 << 40)), radix: 36)
            let number = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if number >= 0 {
                file = Descriptor(owning: number)
                _ = try checked("unlink", path: path) { unlink(path) }
                return
            }
            if errno != EEXIST, errno != EINTR { throw SystemError("open", errno, path: path) }
        }
    }

    /// Appends bytes.
    package func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        try file.writeAll(bytes)
        size += bytes.count
    }

    /// Reads bytes from a place on, as many as `room` takes and the file has.
    package func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        var filled = 0
        while filled < room.count {
            let count = try checked("pread") {
                pread(file.number, room.baseAddress.map { $0 + filled }, room.count - filled, off_t(offset + filled))
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
