internal import CMaizeSystem
internal import Glibc

/// Memory that several processes see: a memory file of a fixed size, all zeros at first, mapped by each of them.
package struct SharedMemory: ~Copyable {
    /// The memory, while this lives.
    package let bytes: UnsafeMutableRawBufferPointer

    /// Makes the file.
    ///
    /// Nobody can change its size: whoever has it mapped can always read all of it.
    package static func makeFile(name: String, size: Int) throws(SystemError) -> Descriptor {
        let file = Descriptor(owning: try checked("memfd_create") { maize_memory_file(name) })
        let number = file.number
        _ = try checked("ftruncate") { ftruncate(number, off_t(size)) }
        _ = try checked("fcntl") { maize_seal_memory_file_size(number) }
        return file
    }

    /// Maps the first `size` bytes of such a file, which may be closed afterwards.
    package init(mapping file: borrowing Descriptor, size: Int) throws(SystemError) {
        let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file.number, 0)
        guard let start, start != MAP_FAILED else { throw SystemError("mmap", errno) }
        bytes = UnsafeMutableRawBufferPointer(start: start, count: size)
    }

    deinit { munmap(bytes.baseAddress, bytes.count) }
}
