/// A node that stands for others, whose failure fails the run whatever its options and those of graphs around it say.
///
/// All that goes through it would be lost unnoticed otherwise: the results of every branch, where only the failure of
/// one branch was meant.
package protocol Indispensable: Node {}

extension Component {
    /// Whether the component's options, or those of a graph around it, let it fail.
    package final var toleratesFailures: Bool { sequence(first: self) { $0.parent }.contains(where: \.options.failOK) }
}
