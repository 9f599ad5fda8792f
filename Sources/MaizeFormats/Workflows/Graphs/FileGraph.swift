package import MaizeCore

/// One use of a graph that a workflow file defines.
///
/// Its components, ports and parameters are what the definition says, and its `shownTypeName` is what the file calls that;
/// its name and options are its own.
package final class FileGraph: Graph, Unlisted {
    /// What the file says that the graph is for.
    package internal(set) var definitionSummary = ""
}
