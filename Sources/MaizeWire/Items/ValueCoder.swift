/// How the values of one type go over the wire without a detour through their own `Codable` code.
///
/// The generic `encode` and `decode` know their type only at run time. One lookup in a ``ValueCoderTable`` finds the
/// coder of the type, instead of a chain of type comparisons for every value.
class ValueCoder: @unchecked Sendable {
    // Unchecked because the class has subclasses; none of them has any stored property.

    /// The size of the largest type with a coder: decoded values go through a slot of the size of a `UInt128`.
    static var slotSize: Int { 16 }

    /// Appends the value at `value`.
    func write(_ value: UnsafeRawPointer, to level: EncodingLevel) throws {}

    /// Initializes `slot` with the value found, and returns false when the type's own code has to read it.
    func read(
        _ found: WireValue,
        of level: DecodingLevel,
        at place: DecodingLevel.Place,
        into slot: UnsafeMutableRawBufferPointer
    ) throws -> Bool {
        false
    }
}

final class BoolCoder: ValueCoder, @unchecked Sendable {
    override func write(_ value: UnsafeRawPointer, to level: EncodingLevel) {
        level.put(value.load(as: Bool.self))
    }

    override func read(
        _ found: WireValue,
        of level: DecodingLevel,
        at place: DecodingLevel.Place,
        into slot: UnsafeMutableRawBufferPointer
    ) throws -> Bool {
        slot.storeBytes(of: try level.bool(found, at: place), as: Bool.self)
        return true
    }
}

final class ScalarCoder<S: WireScalar>: ValueCoder, @unchecked Sendable {
    override func write(_ value: UnsafeRawPointer, to level: EncodingLevel) {
        level.put(value.load(as: S.self))
    }

    override func read(
        _ found: WireValue,
        of level: DecodingLevel,
        at place: DecodingLevel.Place,
        into slot: UnsafeMutableRawBufferPointer
    ) throws -> Bool {
        slot.storeBytes(of: try level.scalar(found, as: S.self, at: place), as: S.self)
        return true
    }
}

final class StringCoder: ValueCoder, @unchecked Sendable {
    override func write(_ value: UnsafeRawPointer, to level: EncodingLevel) throws {
        try level.put(value.load(as: String.self))
    }

    override func read(
        _ found: WireValue,
        of level: DecodingLevel,
        at place: DecodingLevel.Place,
        into slot: UnsafeMutableRawBufferPointer
    ) throws -> Bool {
        slot.assumingMemoryBound(to: String.self).initializeElement(at: 0, to: try level.string(found, at: place))
        return true
    }
}

/// Arrays of numbers: one copy of their memory each way.
final class NumbersCoder<S: WireScalar>: ValueCoder, @unchecked Sendable {
    override func write(_ value: UnsafeRawPointer, to level: EncodingLevel) throws {
        try value.load(as: [S].self).withUnsafeBytes { bytes throws in
            try level.putRun(bytes, element: S.wireType, count: bytes.count / MemoryLayout<S>.stride)
        }
    }

    override func read(
        _ found: WireValue,
        of level: DecodingLevel,
        at place: DecodingLevel.Place,
        into slot: UnsafeMutableRawBufferPointer
    ) throws -> Bool {
        guard let bytes = level.run(found, element: S.wireType) else {
            return false
        }
        let numbers = [S](unsafeUninitializedCapacity: bytes.count / MemoryLayout<S>.stride) { memory, count in
            UnsafeMutableRawBufferPointer(memory).copyMemory(from: bytes)
            count = bytes.count / MemoryLayout<S>.stride
        }
        slot.assumingMemoryBound(to: [S].self).initializeElement(at: 0, to: numbers)
        return true
    }
}

/// Arrays of bytes, the most common run of numbers: as `NumbersCoder`, without its look-ups of generic types.
final class ByteArrayCoder: ValueCoder, @unchecked Sendable {
    override func write(_ value: UnsafeRawPointer, to level: EncodingLevel) throws {
        try value.load(as: [UInt8].self).withUnsafeBytes { bytes throws in
            try level.putRun(bytes, element: .uint8, count: bytes.count)
        }
    }

    override func read(
        _ found: WireValue,
        of level: DecodingLevel,
        at place: DecodingLevel.Place,
        into slot: UnsafeMutableRawBufferPointer
    ) throws -> Bool {
        guard let bytes = level.run(found, element: .uint8) else { return false }
        slot.assumingMemoryBound(to: [UInt8].self).initializeElement(at: 0, to: [UInt8](bytes))
        return true
    }
}

/// Foundation's `Data`, or any other collection of bytes: one copy of its memory each way.
final class BytesCoder<C: RangeReplaceableCollection<UInt8>>: ValueCoder, @unchecked Sendable {
    override func write(_ value: UnsafeRawPointer, to level: EncodingLevel) throws {
        let collection = value.load(as: C.self)
        let written: Void? = try collection.withContiguousStorageIfAvailable { bytes throws in
            try level.putRun(UnsafeRawBufferPointer(bytes), element: .uint8, count: bytes.count)
        }
        if written == nil {
            try Array(collection).withUnsafeBytes { bytes throws in
                try level.putRun(bytes, element: .uint8, count: bytes.count)
            }
        }
    }

    override func read(
        _ found: WireValue,
        of level: DecodingLevel,
        at place: DecodingLevel.Place,
        into slot: UnsafeMutableRawBufferPointer
    ) throws -> Bool {
        guard let bytes = level.run(found, element: .uint8) else {
            return false
        }
        slot.assumingMemoryBound(to: C.self).initializeElement(at: 0, to: C(bytes))
        return true
    }
}
