/// What a port does to each item.
typealias Hook<Value> = @Sendable (Value) throws -> Value

extension AnyPort {
    /// The item as `hook` gives it; an error of the hook is told with the port.
    final func apply<Value>(_ hook: Hook<Value>, to item: Value) throws -> Value {
        do {
            return try hook(item)
        } catch let stop as Stop {
            throw stop
        } catch let broken as StreamBroken {
            throw broken
        } catch {
            throw WorkflowError(.value, "the hook of port '\(location)' failed: \(error)")
        }
    }
}
