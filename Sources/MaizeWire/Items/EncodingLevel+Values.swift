extension EncodingLevel {
    /// Writes a value at the end of the buffer.
    @inline(__always)
    func write<T: Encodable>(_ value: T) throws {
        if let coder = core.coders.coder(for: T.self) {
            try withUnsafePointer(to: value) { try coder.write(UnsafeRawPointer($0), to: self) }
        } else {
            try writeCustom(value)
        }
    }

    @inline(__always)
    func put<S: WireScalar>(_ value: S) {
        sink.ensure(1 + MemoryLayout<S>.size)
        sink.append(fixed: S.wireType.rawValue)
        sink.append(fixed: value)
    }

    @inline(__always)
    func put(_ value: Bool) {
        sink.append(fixed: (value ? WireType.true : WireType.false).rawValue)
    }

    @inline(__always)
    func put(_ type: WireType) {
        sink.append(fixed: type.rawValue)
    }

    @inline(__always)
    func put(_ value: String) throws {
        var value = value
        try value.withUTF8 { text throws in
            try putLength(.string, text.count)
            sink.append(UnsafeRawBufferPointer(text))
        }
    }

    /// Writes a run of numbers, or of bytes, as they lie in memory.
    func putRun(_ bytes: UnsafeRawBufferPointer, element: WireType, count: Int) throws {
        if element == .uint8 {
            try putLength(.bytes, count)
        } else {
            sink.append(fixed: WireType.numbers.rawValue)
            try putLength(element, count)
        }
        sink.append(bytes)
    }

    @inline(__always)
    private func putLength(_ type: WireType, _ length: Int) throws {
        guard length <= ItemLimits.length else {
            throw invalid(nil, "A string or an array has more than 2^32 - 1 elements.")
        }
        sink.append(fixed: type.rawValue)
        sink.append(fixed: UInt32(truncatingIfNeeded: length))
    }

    /// Checks that the level may be written to.
    @inline(__always)
    func checkReady() throws {
        guard status == .ready else {
            throw notReady()
        }
    }

    @inline(never)
    private func notReady() -> any Error {
        failure ?? invalid(nil, "A container was used after its value was complete, or while a part was being encoded.")
    }

    // MARK: - Errors

    func invalid(_ value: Any?, _ description: String) -> EncodingError {
        let context = EncodingError.Context(codingPath: codingPath, debugDescription: description)
        return .invalidValue(value ?? (), context)
    }

    /// The path to this level, put together from the bytes written so far.
    var codingPath: [any CodingKey] {
        var path: [any CodingKey] = []
        var level = self
        while level.status != .closed, let parent = level.parent {
            switch parent.shape {
            case .keyed: path.append(parent.key(at: level.place) ?? ItemKey(stringValue: "?"))
            case .unkeyed: path.append(ItemKey(index: level.place))
            case .none, .single: break
            }
            level = parent
        }
        return path.reversed()
    }

    /// The key that was written at an offset.
    private func key(at offset: Int) -> ItemKey? {
        guard
            offset >= 0,
            let base = buffer.bytes.baseAddress,
            let key = WireReading.key(base, at: offset, limit: sink.count)
        else {
            return nil
        }
        if key.tag == KeyTag.inline {
            return ItemKey(stringValue: String(decoding: buffer.bytes[key.name], as: UTF8.self))
        }
        guard key.tag >= KeyTag.firstIndex else {
            return nil
        }
        return core.name(at: key.tag - KeyTag.firstIndex).map { ItemKey(stringValue: $0) }
    }
}
