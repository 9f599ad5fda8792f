internal import CMaizeSystem
internal import Glibc

/// Tells when somebody opens a file, such as the pipe that this process would like to write to (inotify).
package struct OpenWatch: ~Copyable {
    private let events: Descriptor

    /// Watches what is at `path`.
    package init(_ path: String) throws(SystemError) {
        let watch = Descriptor(owning: try checked("inotify_init1") { maize_watch_descriptor() })
        let number = watch.number
        _ = try checked("inotify_add_watch", path: path) { maize_watch_opens(number, path) }
        events = watch
    }

    /// The descriptor that is readable once the file was opened.
    package var number: Int32 { events.number }

    /// Forgets what happened so far.
    package borrowing func clear() throws(SystemError) {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 8)
        defer { room.deallocate() }
        while let count = try events.read(into: room), count > 0 {}
    }
}
