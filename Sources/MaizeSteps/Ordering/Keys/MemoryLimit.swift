/// How many bytes of items a node holds before it uses the disk.
enum MemoryLimit {
    /// 256 MiB.
    static let usual = 256 << 20
    /// 64 KiB: below that the pieces that are read and written at once would be too small for any disk.
    static let least = 64 << 10
}
