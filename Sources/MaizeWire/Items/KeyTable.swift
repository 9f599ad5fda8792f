/// The names of one coding-key type whose values fit into a byte, as numbers of slots in a ``KeyRegistry``.
///
/// A synthesized `CodingKeys` is such a type. The byte of a key then finds its name in two loads, without asking the
/// key for its string.
final class KeyTable {
    /// The slot of every key value, -1 for those not met yet.
    let slots: UnsafeMutablePointer<Int32>

    init() {
        slots = .allocate(capacity: 256)
        slots.initialize(repeating: -1, count: 256)
    }

    deinit {
        slots.deallocate()
    }
}

/// A key name and its index in the item at hand.
struct KeySlot {
    /// The item for which `index` holds.
    var epoch: UInt64 = 0
    /// The name's index in the item's table of names.
    var index: UInt32 = 0
    /// The length of the name in UTF-8.
    let nameCount: Int
    /// The name in UTF-8, owned by the registry.
    let name: UnsafeMutableRawPointer
}

/// The part of a ``KeyRegistry`` that every field needs, reached through a bare pointer.
struct KeyIndexes {
    /// The number of the item at hand; a slot with another epoch has no index yet.
    var epoch: UInt64 = 1
    /// All slots, moved when the registry grows.
    var slots: UnsafeMutablePointer<KeySlot>
}

/// The byte that a key of at most a byte consists of.
@inline(__always)
func keyByte<K: CodingKey>(_ key: K) -> Int {
    MemoryLayout<K>.size == 0 ? 0 : withUnsafePointer(to: key) { Int(UnsafeRawPointer($0).load(as: UInt8.self)) }
}

/// All key names an encoder or decoder has met, each name once, whatever key types it belongs to.
///
/// Two key types with a key of the same name share the slot: superclass and subclass, or writer and reader, may use
/// different key types for the same container.
final class KeyRegistry {
    private static let cacheSize = 64

    private struct CacheLine {
        var type: ObjectIdentifier?
        var slots: UnsafeMutablePointer<Int32>?
    }

    /// The indexes, owned by the registry.
    let indexes: UnsafeMutablePointer<KeyIndexes>
    @exclusivity(unchecked) private var capacity = 64
    @exclusivity(unchecked) private var count = 0
    @exclusivity(unchecked) private var numbers: [String: Int32] = [:]
    @exclusivity(unchecked) private var tables: [ObjectIdentifier: KeyTable] = [:]
    private let cache: UnsafeMutablePointer<CacheLine>

    init() {
        indexes = .allocate(capacity: 1)
        indexes.initialize(to: KeyIndexes(slots: .allocate(capacity: capacity)))
        cache = .allocate(capacity: Self.cacheSize)
        cache.initialize(repeating: CacheLine(), count: Self.cacheSize)
    }

    deinit {
        for number in 0..<count {
            indexes.pointee.slots[number].name.deallocate()
        }
        indexes.pointee.slots.deallocate()
        indexes.deallocate()
        cache.deallocate()
    }

    /// The slot numbers of a key type, or nil for key types that are larger than a byte.
    ///
    /// The memory belongs to the registry and lives as long as it does.
    @inline(__always)
    func table<K>(for type: K.Type) -> UnsafeMutablePointer<Int32>? {
        guard MemoryLayout<K>.size <= 1 else {
            return nil
        }
        let identifier = ObjectIdentifier(type)
        let address = UInt(bitPattern: identifier)
        let line = cache + Int(((address >> 4) ^ (address >> 10)) & UInt(Self.cacheSize - 1))
        if line.pointee.type == identifier {
            return line.pointee.slots
        }
        return findTable(identifier, line)
    }

    /// The slot of a key, by its byte; the string is only asked for once per key and registry.
    @inline(__always)
    func slot<K: CodingKey>(of key: K, in table: UnsafeMutablePointer<Int32>) -> Int {
        let byte = keyByte(key)
        let number = table[byte]
        return Int(number >= 0 ? number : add(key.stringValue, to: table + byte))
    }

    @inline(never)
    private func findTable(
        _ identifier: ObjectIdentifier,
        _ line: UnsafeMutablePointer<CacheLine>
    ) -> UnsafeMutablePointer<Int32> {
        let table = tables[identifier] ?? KeyTable()
        tables[identifier] = table
        line.pointee = CacheLine(type: identifier, slots: table.slots)
        return table.slots
    }

    @inline(never)
    private func add(_ name: String, to place: UnsafeMutablePointer<Int32>) -> Int32 {
        if let known = numbers[name] {
            place.pointee = known
            return known
        }
        if count == capacity {
            let larger = UnsafeMutablePointer<KeySlot>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: indexes.pointee.slots, count: count)
            indexes.pointee.slots.deallocate()
            indexes.pointee.slots = larger
            capacity *= 2
        }
        let bytes = Array(name.utf8)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        bytes.withUnsafeBytes { source in
            if let start = source.baseAddress {
                memory.copyMemory(from: start, byteCount: source.count)
            }
        }
        (indexes.pointee.slots + count).initialize(to: KeySlot(nameCount: bytes.count, name: memory))
        let number = Int32(count)
        count += 1
        numbers[name] = number
        place.pointee = number
        return number
    }
}
