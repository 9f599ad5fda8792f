internal import CMaizeSystem

/// The Swift classes that this program was linked from.
package enum ProgramClasses {
    /// The classes that derive, directly or not, from the class called `name` in the module `module`, in the order in
    /// which they were linked.
    ///
    /// Generic classes are left out, and those of shared libraries. Only the classes that are found are brought to life.
    package static func all(derivingFrom name: String, of module: String) -> [Any.Type] {
        final class Found {
            var types: [Any.Type] = []
        }
        let found = Found()
        let context = Unmanaged.passUnretained(found).toOpaque()
        maize_find_classes(
            module,
            name,
            { metadata, context in
                guard let metadata, let context else { return }
                // A type is a pointer to its metadata, which lives as long as the process.
                let type = unsafeBitCast(metadata, to: Any.Type.self)
                Unmanaged<Found>.fromOpaque(context).takeUnretainedValue().types.append(type)
            },
            context
        )
        return withExtendedLifetime(found) { found.types }
    }
}
