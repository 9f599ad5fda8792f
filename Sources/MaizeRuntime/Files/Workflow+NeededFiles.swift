internal import MaizeSystem
package import MaizeCore

extension Workflow {
    /// An error for each file that a parameter, or a value in place of a channel, names and that is not there.
    ///
    /// Nodes that are not active need none.
    package final func missingFiles() -> [Diagnostic] {
        pushParametersDown()
        return nodes.filter(RunPlan.isActive).flatMap { node in
            (node.parameters + node.inputs).flatMap { interface in
                let isSecret = (interface as? AnyParameter)?.isSecret ?? false
                return interface.neededFiles.filter { !$0.isEmpty && !Executable.exists($0) }.map { path in
                    Diagnostic(
                        .error,
                        path: node.componentPath.description,
                        interface: (interface as? AnyPort)?.label ?? interface.name,
                        "there is no file or folder "
                            + (isSecret ? "at the secret path" : "'\(Directory.absolute(path))'")
                    )
                }
            }
        }
    }
}
