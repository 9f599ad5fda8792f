/// The machine or the executable does not give what a run needs.
struct SystemFailure: Error, CustomStringConvertible {
    let description: String

    static func launch(_ what: String) -> SystemFailure { SystemFailure(description: what) }
}
