extension DecodingLevel {
    /// Decodes a value found in this level.
    @inline(__always)
    func read<T: Decodable>(_ type: T.Type, _ found: WireValue, at place: Place = .top) throws -> T {
        guard let coder = core.coders.coder(for: type) else {
            return try readCustom(type, found, at: place)
        }
        return try read(type, found, with: coder, at: place)
    }

    private func read<T: Decodable>(
        _ type: T.Type,
        _ found: WireValue,
        with coder: ValueCoder,
        at place: Place
    ) throws -> T {
        // A temporary allocation would look up the metadata of its generic result for every value.
        var slot: UInt128 = 0
        let wasRead = try withUnsafeMutableBytes(of: &slot) { slot throws in
            try coder.read(found, of: self, at: place, into: slot)
        }
        guard wasRead else {
            // The type's own code reads it, or says in its own terms why it cannot.
            return try readCustom(type, found, at: place)
        }
        return withUnsafeMutableBytes(of: &slot) { slot in
            slot.assumingMemoryBound(to: T.self).moveElement(from: 0)
        }
    }

    @inline(__always)
    func scalar<S: WireScalar>(_ found: WireValue, as type: S.Type, at place: Place) throws -> S {
        guard found.type == S.wireType else {
            throw mismatch(type, found, at: place)
        }
        return base.loadUnaligned(fromByteOffset: found.payload, as: S.self)
    }

    @inline(__always)
    func bool(_ found: WireValue, at place: Place) throws -> Bool {
        switch found.type {
        case .true: return true
        case .false: return false
        default: throw mismatch(Bool.self, found, at: place)
        }
    }

    @inline(__always)
    func string(_ found: WireValue, at place: Place) throws -> String {
        guard found.type == .string else {
            throw mismatch(String.self, found, at: place)
        }
        let count = found.end - found.payload - 4
        let start = base + found.payload + 4
        let bytes = UnsafeRawBufferPointer(start: start, count: count).assumingMemoryBound(to: UInt8.self)
        // This initializer repairs what is not UTF-8, so the bytes were valid if they are still the same. It is several
        // times as fast as the validating one.
        var string = String(decoding: bytes, as: UTF8.self)
        let isValid = string.withUTF8 { text in
            guard text.count == count, let own = text.baseAddress else {
                return count == 0
            }
            return WireReading.equal(own, start, count: count)
        }
        guard isValid else {
            throw corrupted("A string is not valid UTF-8.", at: place)
        }
        return string
    }

    /// The memory of a run of numbers, or nil when the value is none or has other elements.
    func run(_ found: WireValue, element: WireType) -> UnsafeRawBufferPointer? {
        let header: Int
        if element == .uint8 {
            guard found.type == .bytes else { return nil }
            header = 4
        } else {
            guard found.type == .numbers, WireReading.element(base, ofNumbersAt: found.payload) == element else {
                return nil
            }
            header = 5
        }
        return UnsafeRawBufferPointer(
            start: base + found.payload + header,
            count: found.end - found.payload - header
        )
    }
}
