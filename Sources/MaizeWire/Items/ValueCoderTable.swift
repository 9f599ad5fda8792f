/// The value coders of the types an encoder or decoder has met, found by type.
final class ValueCoderTable {
    private static let cacheSize = 64

    private struct CacheLine {
        var type: ObjectIdentifier?
        var coder: ValueCoder?
    }

    private static let known: [ObjectIdentifier: ValueCoder] = {
        var coders: [ObjectIdentifier: ValueCoder] = [
            ObjectIdentifier(Bool.self): BoolCoder(),
            ObjectIdentifier(String.self): StringCoder(),
        ]
        func add<S: WireScalar>(_ type: S.Type) {
            coders[ObjectIdentifier(S.self)] = ScalarCoder<S>()
            coders[ObjectIdentifier([S].self)] = NumbersCoder<S>()
        }
        add(Int.self)
        add(Int8.self)
        add(Int16.self)
        add(Int32.self)
        add(Int64.self)
        add(Int128.self)
        add(UInt.self)
        add(UInt8.self)
        add(UInt16.self)
        add(UInt32.self)
        add(UInt64.self)
        add(UInt128.self)
        add(Float.self)
        add(Double.self)
        coders[ObjectIdentifier([UInt8].self)] = ByteArrayCoder()
        return coders
    }()

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
            coder = Self.known[identifier] ?? Self.dataCoder(for: type)
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
