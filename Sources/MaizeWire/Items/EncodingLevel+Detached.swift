/// The longest list of detached levels kept for reuse.
private let spareLevels = 16

extension EncodingLevel {
    /// A level with a buffer of its own, spliced in at the end of this level's buffer as it is now.
    func detached() -> EncodingLevel {
        let level = core.spare.popLast() ?? EncodingLevel(core: core, depth: 0, buffer: ByteBuffer(capacity: 128))
        guard status == .ready else {
            // Nothing can be thrown here. The level stays closed: using it throws.
            return level
        }
        level.depth = depth + 1
        level.buffer.removeAll()
        level.begin(in: level.buffer)
        level.parent = self
        level.place = shape == .keyed ? lastField : count
        if level.depth > ItemLimits.depth {
            level.failure = invalid(nil, "Containers are nested deeper than \(ItemLimits.depth) levels.")
            level.status = .closed
        }
        pending.append(Pending(position: sink.count, level: level))
        return level
    }

    /// Throws what could not be thrown earlier and splices in the detached levels.
    @inline(never)
    func settle() throws {
        if let failure {
            throw failure
        }
        for part in pending {
            try part.level.close()
        }
        let first = pending[0].position
        let scratch = core.scratch
        scratch.removeAll()
        scratch.append(UnsafeRawBufferPointer(rebasing: buffer.bytes[first...]))
        sink.truncate(to: first)
        var at = 0
        for part in pending {
            let position = part.position - first
            sink.append(UnsafeRawBufferPointer(rebasing: scratch.bytes[at..<position]))
            sink.append(part.level.buffer.bytes)
            at = position
        }
        sink.append(UnsafeRawBufferPointer(rebasing: scratch.bytes[at...]))
    }

    /// Closes the detached levels and keeps those for reuse that nobody else holds.
    @inline(never)
    func releasePending() {
        while var level = pending.popLast()?.level {
            level.end()
            level.parent = nil
            if core.spare.count < spareLevels, isKnownUniquelyReferenced(&level) {
                core.spare.append(level)
            }
        }
    }
}
