/// So many fields are looked at one after the other; beyond that a container gets an index of its fields.
private let fieldsSearched = 8

extension DecodingLevel {
    /// A field's value and where the field begins.
    struct Field {
        var value: WireValue
        var offset: Int
    }

    /// Finds the field with a key: the one at the cursor when the fields are read in the order they were written.
    @inline(__always)
    func field<K: CodingKey>(_ key: K, _ table: UnsafeMutablePointer<Int32>?) throws -> Field? {
        try checkCurrent()
        guard let table else {
            return try field(named: key.stringValue)
        }
        let number = table[keyByte(key)]
        if number >= 0, cursor < value.end {
            let slot = indexes.pointee.slots + Int(number)
            let tag = base.load(fromByteOffset: cursor, as: UInt8.self)
            let isHere = tag < 0x80 && UInt32(tag) == slot.pointee.index &+ KeyTag.firstIndex
            if isHere, slot.pointee.epoch == indexes.pointee.epoch {
                guard let found = WireReading.value(base, at: cursor + 1, limit: value.end) else {
                    throw broken()
                }
                return Field(value: found, offset: cursor)
            }
        }
        return try search(key, table)
    }

    /// Finds the field with a name.
    func field(named name: String) throws -> Field? {
        var name = name
        return try name.withUTF8 { text throws in
            try search(UnsafeRawBufferPointer(text))
        }
    }

    /// Moves the cursor behind a field.
    @inline(__always)
    func pass(_ field: Field) {
        cursor = field.value.end
    }

    /// Calls `body` with the name and value of every field that is there.
    func forEachField(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try checkCurrent()
        var at = value.payload + 4
        while at < value.end {
            let (key, found) = try fieldParts(at)
            if let name = name(of: key), found.type != .absent {
                try body(name)
            }
            at = found.end
        }
    }

    /// The name of the field at an offset, for paths.
    func name(ofFieldAt offset: Int) -> UnsafeRawBufferPointer? {
        WireReading.key(base, at: offset, limit: value.end).flatMap(name(of:))
    }

    @inline(never)
    private func search<K: CodingKey>(_ key: K, _ table: UnsafeMutablePointer<Int32>) throws -> Field? {
        let number = core.keys.slot(of: key, in: table)
        let slot = indexes.pointee.slots + number
        let name = UnsafeRawBufferPointer(start: slot.pointee.name, count: slot.pointee.nameCount)
        let found = try search(name)
        if let found, let key = WireReading.key(base, at: found.offset, limit: value.end) {
            if key.tag >= KeyTag.firstIndex {
                slot.pointee.epoch = indexes.pointee.epoch
                slot.pointee.index = key.tag - KeyTag.firstIndex
            }
        }
        return found
    }

    /// Looks at the fields from the cursor on, then at those before it.
    private func search(_ name: UnsafeRawBufferPointer) throws -> Field? {
        let first = value.payload + 4
        var at = cursor
        var wrapped = false
        var steps = 0
        while steps < fieldsSearched {
            if at >= value.end {
                guard !wrapped, cursor > first else {
                    return nil
                }
                wrapped = true
                at = first
            }
            if wrapped, at >= cursor {
                return nil
            }
            let (key, found) = try fieldParts(at)
            if matches(key, name) {
                return Field(value: found, offset: at)
            }
            at = found.end
            steps += 1
        }
        return try lookUp(name)
    }

    /// Finds a field by the index of names, which is built once per container.
    private func lookUp(_ name: UnsafeRawBufferPointer) throws -> Field? {
        let index: [String: Int]
        if let fieldsByName {
            index = fieldsByName
        } else {
            index = try makeIndex()
            fieldsByName = index
        }
        guard let offset = index[String(decoding: name, as: UTF8.self)] else {
            return nil
        }
        return Field(value: try fieldParts(offset).value, offset: offset)
    }

    private func makeIndex() throws -> [String: Int] {
        var index: [String: Int] = [:]
        var at = value.payload + 4
        while at < value.end {
            let (key, found) = try fieldParts(at)
            if let name = name(of: key) {
                // The first one counts, as it does without an index.
                let string = String(decoding: name, as: UTF8.self)
                if index[string] == nil {
                    index[string] = at
                }
            }
            at = found.end
        }
        return index
    }

    private func fieldParts(_ offset: Int) throws -> (key: WireKey, value: WireValue) {
        guard
            let key = WireReading.key(base, at: offset, limit: value.end),
            let found = WireReading.value(base, at: key.end, limit: value.end)
        else {
            throw broken()
        }
        return (key, found)
    }

    private func matches(_ key: WireKey, _ name: UnsafeRawBufferPointer) -> Bool {
        guard let own = self.name(of: key), own.count == name.count else {
            return false
        }
        guard let left = own.baseAddress, let right = name.baseAddress else {
            return true
        }
        return WireReading.equal(left, right, count: name.count)
    }

    /// The name of a key; nil for dead fields and for indexes that are not in the item's table.
    private func name(of key: WireKey) -> UnsafeRawBufferPointer? {
        switch key.tag {
        case KeyTag.inline:
            UnsafeRawBufferPointer(start: base + key.name.lowerBound, count: key.name.count)
        case KeyTag.dead:
            nil
        default:
            core.name(at: key.tag - KeyTag.firstIndex)
        }
    }

    @inline(never)
    private func broken() -> DecodingError {
        corrupted("A field of a container is broken.")
    }
}
