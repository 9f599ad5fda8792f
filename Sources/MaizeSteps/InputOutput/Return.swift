public import MaizeCore
internal import MaizeWire

/// Brings every item that it receives back to the program that started the run.
///
///     inp ─▶ Return
///
/// After `execute()` the items are in `values`, the first one in `value`. The results of a run may have 256 MiB
/// together. Files are moved to `folder`; where none is given, to a fresh one in the folder for temporary files, which is
/// yours to remove.
///
///     let count = try flow.add(CountBy.self)
///     let result = try flow.add(Return<String>.self)
///     try flow.connect(count.out, to: result.inp)
///     try flow.execute()
///     print(result.values)
public final class Return<Item: Codable & Sendable>: Node, ResultCollecting {
    /// The items.
    public let inp = Input<Item>()

    /// Where files of the items go.
    ///
    /// One whose name is taken there comes into a numbered folder in it.
    @Parameter(isPath: true, help: "where files go") public var folder: String?

    private var collected: [Item] = []
    private let decoder = ItemDecoder()

    /// The items that the last run brought, in the order in which they came.
    public var values: [Item] { collected }

    /// The first of them.
    public var value: Item? { collected.first }

    /// Refuses a value in place of a channel.
    override public func validate() throws { try inp.refuseEndlessValue() }

    /// Passes items on to the program, as many at once as lie ready.
    override public func run() throws {
        var batch: [[UInt8]] = []
        var size = 0
        while let bytes = try inp.nextEncoded({ try encoded($0) }) {
            size += bytes.count
            batch.append(bytes)
            if size < Return.goodSize, inp.ready { continue }
            try context?.deliver(results: batch)
            batch.removeAll(keepingCapacity: true)
            size = 0
        }
    }

    /// The item as it goes to the program, with its files where they stay.
    private func encoded(_ item: EncodedItem<Item>) throws -> [UInt8] {
        guard item.hasFiles, let context else { return Array(item.bytes) }
        return try context.keepFiles(of: item.value(), in: folder)
    }

    /// Bytes after which items are passed on though more lie ready.
    private static var goodSize: Int { 1 << 16 }

    package func collect(_ bytes: [UInt8]) throws {
        collected.append(try bytes.withUnsafeBytes { try decoder.decode(Item.self, from: $0) })
    }

    package var resultTexts: [String] { collected.map { ItemText.text(of: $0) } }
    package var resultValues: [any Encodable & Sendable] { collected }

    package func removeResults() { collected = [] }
}

extension Return: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Return<Other>.self }
}
