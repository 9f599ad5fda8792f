import Synchronization

/// Names that no other run of these tests uses, so that its processes can be told from others.
enum Unique {
    private static let counter = Atomic<Int>(0)

    static func tag() -> String { "t\(counter.add(1, ordering: .relaxed).newValue)" }
}
