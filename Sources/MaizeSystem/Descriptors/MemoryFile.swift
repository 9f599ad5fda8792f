internal import CMaizeSystem
internal import Glibc

/// A file that lives in memory and is handed to a child: any size, and nobody waits for a reader.
package enum MemoryFile {
    /// Makes an empty file, to be written by a child.
    package static func empty(name: String) throws(SystemError) -> Descriptor {
        Descriptor(owning: try checked("memfd_create") { maize_memory_file(name) })
    }

    /// Makes a sealed file with these contents; its offset is at the start.
    package static func sealed(name: String, contents: [UInt8]) throws(SystemError) -> Descriptor {
        let file = try empty(name: name)
        let written = contents.withUnsafeBytes { bytes in
            Result { () throws(SystemError) in try file.writeAll(bytes) }
        }
        try written.get()
        _ = try checked("fcntl") { maize_seal_memory_file(file.number) }
        return file
    }

    /// Reads a file from its start to its end, wherever its shared offset stands.
    package static func contents(of file: borrowing Descriptor) throws(SystemError) -> [UInt8] {
        let number = file.number
        let size = Int(try checked("lseek") { lseek(number, 0, SEEK_END) })
        guard size > 0 else { return [] }
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let count = pread(number, buffer.baseAddress.map { $0 + filled }, size - filled, off_t(filled))
                if count < 0, errno == EINTR { continue }
                if count <= 0 {
                    failure = SystemError("pread", count < 0 ? errno : EIO)
                    return
                }
                filled += count
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
