/// Finds names that an object has twice, in time that grows with their number whatever they are.
struct NameSet {
    /// Places in the array of nodes, above 0; 0 is free.
    private var slots: [UInt32] = []
    /// So many names are compared with each other.
    private static let few = 8

    /// The first name that was there before, and where; `nodes` are names and values by turns, and what is in those.
    mutating func repetition(in nodes: ArraySlice<JSONNode>, of bytes: UnsafeRawBufferPointer) -> (Int, Int)? {
        var count = 0
        var isPlain = true
        var name = nodes.startIndex
        while name < nodes.endIndex {
            isPlain = isPlain && nodes[name].isPlain
            count += 1
            name = nodes[name + 1].next
        }
        guard isPlain else { return NameSet.repetitionOfEscaped(in: nodes, of: bytes) }
        return count <= NameSet.few
            ? NameSet.repetitionOfFew(in: nodes, of: bytes) : repetitionOfMany(count, in: nodes, of: bytes)
    }

    private static func repetitionOfFew(
        in nodes: ArraySlice<JSONNode>,
        of bytes: UnsafeRawBufferPointer
    ) -> (Int, Int)? {
        var name = nodes.startIndex
        while name < nodes.endIndex {
            var earlier = nodes.startIndex
            while earlier < name {
                if isSame(nodes[name], nodes[earlier], bytes) { return (name, earlier) }
                earlier = nodes[earlier + 1].next
            }
            name = nodes[name + 1].next
        }
        return nil
    }

    private mutating func repetitionOfMany(
        _ count: Int,
        in nodes: ArraySlice<JSONNode>,
        of bytes: UnsafeRawBufferPointer
    ) -> (Int, Int)? {
        var size = 32
        while size < 2 * count { size *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: size))
        var name = nodes.startIndex
        while name < nodes.endIndex {
            var slot = NameSet.hash(nodes[name], bytes) & (size - 1)
            while slots[slot] != 0 {
                let earlier = Int(slots[slot])
                if NameSet.isSame(nodes[name], nodes[earlier], bytes) { return (name, earlier) }
                slot = (slot + 1) & (size - 1)
            }
            slots[slot] = UInt32(truncatingIfNeeded: name)
            name = nodes[name + 1].next
        }
        return nil
    }

    /// By what the names stand for.
    private static func repetitionOfEscaped(
        in nodes: ArraySlice<JSONNode>,
        of bytes: UnsafeRawBufferPointer
    ) -> (Int, Int)? {
        var places: [[UInt8]: Int] = [:]
        var name = nodes.startIndex
        while name < nodes.endIndex {
            let node = nodes[name]
            let inner = UnsafeRawBufferPointer(rebasing: bytes[(node.start + 1)..<(node.end - 1)])
            if let earlier = places.updateValue(name, forKey: JSONText.unescaped(inner)) { return (name, earlier) }
            name = nodes[name + 1].next
        }
        return nil
    }

    private static func isSame(_ one: JSONNode, _ other: JSONNode, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let count = one.end - one.start
        guard count == other.end - other.start, let base = bytes.baseAddress else { return false }
        return WireReading.equal(base + one.start, base + other.start, count: count)
    }

    private static func hash(_ node: JSONNode, _ bytes: UnsafeRawBufferPointer) -> Int {
        // Of a run's own seed: nobody can choose names that all fall into one slot.
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[node.start..<node.end]))
        return hasher.finalize()
    }
}
