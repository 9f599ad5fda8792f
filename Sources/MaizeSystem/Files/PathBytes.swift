/// A path as the kernel has it: bytes that need not be text.
///
/// A `String` would repair a name in another encoding, and then lead to nothing.
struct PathBytes: Sendable {
    /// With the zero behind them.
    let bytes: [CChar]

    init(_ path: String) { bytes = Array(path.utf8CString) }

    /// `bytes` end with a zero.
    init(terminated bytes: [CChar]) { self.bytes = bytes }

    /// What has `name` in this folder.
    func appending(_ name: PathBytes) -> PathBytes {
        PathBytes(terminated: bytes.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name.bytes)
    }

    /// The path for people.
    var text: String { String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
}
