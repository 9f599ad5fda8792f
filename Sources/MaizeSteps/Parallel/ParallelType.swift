package import MaizeCore

/// A component's type that can be told to code that takes it as its own.
package protocol OpenableComponent: Component {}

extension Component: OpenableComponent {}

/// `Parallel` for types that are known only at run time.
package enum ParallelType {
    /// The type of several such components that share the work.
    package static func of(_ worker: Component.Type) -> Component.Type {
        func type<Worker: Component & OpenableComponent>(_ worker: Worker.Type) -> Component.Type {
            Parallel<Worker>.self
        }
        let worker: any (Component & OpenableComponent).Type = worker
        return type(worker)
    }
}
