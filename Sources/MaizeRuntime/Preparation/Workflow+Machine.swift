package import MaizeCore

extension Workflow {
    /// What is wrong with the workflow on this machine, missing files, programs and modules among it, and what its nodes
    /// are given.
    ///
    /// - Parameters:
    ///   - optionsMayCome: Whether a required value that is missing may still be given.
    ///   - loadsModules: False where nodes share one process, which is left as it is.
    /// - Returns: All findings at once, and the rest of what was found.
    package final func checkOnMachine(
        optionsMayCome: Bool = false,
        loadsModules: Bool = true
    ) -> (findings: [Diagnostic], preparations: NodePreparations) {
        let findings = (optionsMayCome ? check() : checkBeforeRun()) + missingFiles()
        let preparations = NodePreparations(self, loadsModules: loadsModules)
        return (findings + preparations.findings, preparations)
    }
}
