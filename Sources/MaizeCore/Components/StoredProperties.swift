/// A stored property, as reflection shows it.
typealias StoredProperty = (label: String, value: Any)

/// The stored properties of an object, base types first, down from the type before `end`; those of a function or
/// an object that it holds stand in its place.
func storedProperties(of object: Any, below ends: [Any.Type]) -> [StoredProperty] {
    var mirrors: [Mirror] = []
    var next: Mirror? = Mirror(reflecting: object)
    while let mirror = next, !ends.contains(where: { $0 == mirror.subjectType }) {
        mirrors.append(mirror)
        next = mirror.superclassMirror
    }
    return mirrors.reversed().flatMap(\.children).flatMap { child -> [StoredProperty] in
        if child.value is any Parameterized { return storedProperties(of: child.value, below: []) }
        return child.label.map { [($0, child.value)] } ?? []
    }
}
