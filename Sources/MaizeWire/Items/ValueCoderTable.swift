/// The value coders of the types an encoder or decoder has met, found by type.
final class ValueCoderTable {
    private static let cacheSize = 64

    private struct CacheLine {
        var type: ObjectIdentifier?
        var coder: ValueCoder?
    }

    /// The types with coders, each coder made when it is wanted: most processes need few of them, and to make a generic
    /// type is a search through all conformances of the executable.
    private static let scalars: [(type: ObjectIdentifier, make: @Sendable () -> ValueCoder)] = [
        entry(Bool.self) { BoolCoder() }, entry(String.self) { StringCoder() },
        entry(Int.self) { ScalarCoder<Int>() }, entry(Int8.self) { ScalarCoder<Int8>() },
        entry(Int16.self) { ScalarCoder<Int16>() }, entry(Int32.self) { ScalarCoder<Int32>() },
        entry(Int64.self) { ScalarCoder<Int64>() }, entry(Int128.self) { ScalarCoder<Int128>() },
        entry(UInt.self) { ScalarCoder<UInt>() }, entry(UInt8.self) { ScalarCoder<UInt8>() },
        entry(UInt16.self) { ScalarCoder<UInt16>() }, entry(UInt32.self) { ScalarCoder<UInt32>() },
        entry(UInt64.self) { ScalarCoder<UInt64>() }, entry(UInt128.self) { ScalarCoder<UInt128>() },
        entry(Float.self) { ScalarCoder<Float>() }, entry(Double.self) { ScalarCoder<Double>() },
    ]

    private static func entry(
        _ type: Any.Type,
        _ make: @escaping @Sendable () -> ValueCoder
    ) -> (type: ObjectIdentifier, make: @Sendable () -> ValueCoder) {
        (ObjectIdentifier(type), make)
    }

    private static let arrays: [(type: ObjectIdentifier, make: @Sendable () -> ValueCoder)] = [
        entry([Int].self) { NumbersCoder<Int>() }, entry([Int8].self) { NumbersCoder<Int8>() },
        entry([Int16].self) { NumbersCoder<Int16>() }, entry([Int32].self) { NumbersCoder<Int32>() },
        entry([Int64].self) { NumbersCoder<Int64>() }, entry([Int128].self) { NumbersCoder<Int128>() },
        entry([UInt].self) { NumbersCoder<UInt>() }, entry([UInt8].self) { ByteArrayCoder() },
        entry([UInt16].self) { NumbersCoder<UInt16>() }, entry([UInt32].self) { NumbersCoder<UInt32>() },
        entry([UInt64].self) { NumbersCoder<UInt64>() }, entry([UInt128].self) { NumbersCoder<UInt128>() },
        entry([Float].self) { NumbersCoder<Float>() }, entry([Double].self) { NumbersCoder<Double>() },
    ]

    private static func known(_ identifier: ObjectIdentifier) -> ValueCoder? {
        let entry = scalars.first { $0.type == identifier } ?? arrays.first { $0.type == identifier }
        return entry?.make()
    }

    @exclusivity(unchecked) private var coders: [ObjectIdentifier: ValueCoder?] = [:]
    private let cache: UnsafeMutablePointer<CacheLine>

    init() {
        cache = .allocate(capacity: Self.cacheSize)
        cache.initialize(repeating: CacheLine(), count: Self.cacheSize)
    }

    deinit {
        cache.deinitialize(count: Self.cacheSize)
        cache.deallocate()
    }

    /// The coder of a type, or nil when values of the type are coded by their own `Codable` code.
    @inline(__always)
    func coder<T>(for type: T.Type) -> ValueCoder? {
        let identifier = ObjectIdentifier(type)
        let address = UInt(bitPattern: identifier)
        let line = cache + Int(((address >> 4) ^ (address >> 10)) & UInt(Self.cacheSize - 1))
        if line.pointee.type == identifier {
            return line.pointee.coder
        }
        return find(type, line)
    }

    @inline(never)
    private func find<T>(_ type: T.Type, _ line: UnsafeMutablePointer<CacheLine>) -> ValueCoder? {
        let identifier = ObjectIdentifier(type)
        let coder: ValueCoder?
        if let met = coders[identifier] {
            coder = met
        } else {
            coder = Self.known(identifier) ?? Self.dataCoder(for: type)
            coders[identifier] = .some(coder)
        }
        line.pointee = CacheLine(type: identifier, coder: coder)
        return coder
    }

    /// A coder for Foundation's `Data`, known by its name.
    ///
    /// This module does not import Foundation: every process of a flow would load it, and most flows have no use for
    /// it. A program that sends `Data` has it loaded anyway, and its own `Codable` code would write it byte by byte.
    private static func dataCoder<T>(for type: T.Type) -> ValueCoder? {
        let name = _typeName(type, qualified: true)
        guard name == "Foundation.Data" || name == "FoundationEssentials.Data" else {
            return nil
        }
        let bytes = type as? any RangeReplaceableCollection<UInt8>.Type
        guard let bytes, MemoryLayout<T>.size <= ValueCoder.slotSize else {
            return nil
        }
        return bytesCoder(bytes)
    }

    private static func bytesCoder<C: RangeReplaceableCollection<UInt8>>(_ type: C.Type) -> ValueCoder {
        BytesCoder<C>()
    }
}
