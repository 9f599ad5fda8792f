/// How few bytes a node may have for items before it uses the disk.
enum MemoryLimit {
    /// 64 KiB: below that the pieces that are read and written at once would be too small for any disk.
    static let least = 64 << 10
}
