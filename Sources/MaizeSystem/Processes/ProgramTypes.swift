internal import CMaizeSystem

/// The Swift types that this program was linked from.
///
/// Generic types are left out, and those of shared libraries. Only the types that are found are brought to life.
package enum ProgramTypes {
    /// The classes that derive, directly or not, from the class called `name` in the module `module`, in the order in
    /// which they were linked.
    package static func classes(derivingFrom name: String, of module: String) -> [Any.Type] {
        collect { maize_find_classes(module, name, $0, $1) }
    }

    /// The types whose declarations or extensions say that they conform to the protocol called `name` in the module
    /// `module`, or to one that demands it.
    package static func all(conformingTo name: String, of module: String) -> [Any.Type] {
        collect { maize_find_conforming(module, name, $0, $1) }
    }

    private typealias Take = @convention(c) (UnsafeRawPointer?, UnsafeMutableRawPointer?) -> Void

    private static func collect(_ find: (Take, UnsafeMutableRawPointer) -> Void) -> [Any.Type] {
        final class Found {
            var types: [Any.Type] = []
        }
        let found = Found()
        find(
            { metadata, context in
                guard let metadata, let context else { return }
                // A type is a pointer to its metadata, which lives as long as the process.
                let type = unsafeBitCast(metadata, to: Any.Type.self)
                Unmanaged<Found>.fromOpaque(context).takeUnretainedValue().types.append(type)
            },
            Unmanaged.passUnretained(found).toOpaque()
        )
        return withExtendedLifetime(found) { found.types }
    }
}
