/// Values whose type is known to be that which a generic caller wants.
package enum SameType {
    /// The value as one of the type that it has, under its other name.
    ///
    /// A cast would look for the conformances of both types each time.
    @inline(__always)
    package static func cast<Known, Wanted>(_ value: Known) -> Wanted {
        precondition(Known.self == Wanted.self, "only the same type is cast to")
        return withUnsafePointer(to: value) { pointer in
            // The types are the same, as was just seen.
            UnsafeRawPointer(pointer).assumingMemoryBound(to: Wanted.self).pointee
        }
    }
}
