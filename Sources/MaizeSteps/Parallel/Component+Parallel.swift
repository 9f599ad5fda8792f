package import MaizeCore

extension Component {
    /// The type of several components of this type that share the work.
    ///
    /// Not a function that takes the type and opens it: optimised, that one sees no more than a `Component` in it.
    package static var inParallel: Component.Type { Parallel<Self>.self }
}
