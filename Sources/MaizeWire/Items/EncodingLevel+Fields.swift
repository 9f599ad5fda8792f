extension EncodingLevel {
    /// Writes the key of the next field.
    ///
    /// A key the container already has replaces the earlier field, as it does in other encoders.
    @inline(__always)
    func beginField<K: CodingKey>(_ key: K, _ table: UnsafeMutablePointer<Int32>?) throws {
        try checkReady()
        guard let table else {
            return beginField(named: key.stringValue)
        }
        let index = index(of: key, in: table)
        if index < 64 {
            let bit = 1 &<< UInt64(index)
            if seen & bit != 0 {
                try replaceField(index)
            }
            seen |= bit
        } else if !seenFar.insert(index).inserted {
            try replaceField(index)
        }
        lastField = sink.count
        count += 1
        sink.append(variable: index + KeyTag.firstIndex)
    }

    /// The index of a key's name in the item at hand; its first use writes the name.
    @inline(__always)
    private func index<K: CodingKey>(of key: K, in table: UnsafeMutablePointer<Int32>) -> UInt32 {
        let number = table[keyByte(key)]
        if number >= 0 {
            let slot = indexes.pointee.slots + Int(number)
            if slot.pointee.epoch == indexes.pointee.epoch {
                return slot.pointee.index
            }
        }
        return core.intern(key, in: table)
    }

    /// Writes the name of the next field in place: for keys that are not of a small fixed set.
    func beginField(named name: String) {
        lastField = sink.count
        count += 1
        var name = name
        name.withUTF8 { text in
            sink.append(variable: KeyTag.inline)
            sink.append(variable: UInt32(truncatingIfNeeded: text.count))
            sink.append(UnsafeRawBufferPointer(text))
        }
    }

    /// Takes back the field begun last, whose value could not be encoded.
    ///
    /// The value's own code may catch the error and go on with something else.
    func dropField(_ field: Int) {
        if let base = buffer.bytes.baseAddress,
            let key = WireReading.key(base, at: field, limit: sink.count),
            key.tag >= KeyTag.firstIndex
        {
            let index = key.tag - KeyTag.firstIndex
            if index < 64 {
                seen &= ~(1 &<< UInt64(index))
            } else {
                seenFar.remove(index)
            }
        }
        count -= 1
        sink.truncate(to: field)
    }

    /// Marks the earlier field with this key as dead, in as many bytes as its tag has.
    @inline(never)
    private func replaceField(_ index: UInt32) throws {
        guard let base = buffer.bytes.baseAddress else {
            return
        }
        var at = start + 5
        var next = 0
        while at < sink.count {
            guard let key = WireReading.key(base, at: at, limit: sink.count) else {
                throw invalid(nil, "A key was written twice.")
            }
            while next < pending.count, pending[next].position < key.end {
                next += 1
            }
            if next < pending.count, pending[next].position == key.end {
                if key.tag == index + KeyTag.firstIndex {
                    // Its bytes come later; the dead field keeps them.
                    return kill(at, key)
                }
                at = key.end
                continue
            }
            guard let value = WireReading.value(base, at: key.end, limit: sink.count) else {
                throw invalid(nil, "A key was written twice.")
            }
            if key.tag == index + KeyTag.firstIndex {
                return kill(at, key)
            }
            at = value.end
        }
    }

    private func kill(_ field: Int, _ key: WireKey) {
        let length = key.end - field
        for step in 0..<length {
            let first: UInt8 = step == 0 ? UInt8(KeyTag.dead) : 0
            sink.overwrite(fixed: step == length - 1 ? first : first | 0x80, at: field + step)
        }
    }
}
