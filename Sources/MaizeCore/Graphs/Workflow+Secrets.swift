extension Workflow {
    /// The texts in the values of all secret parameters.
    package final var secretTexts: [String] {
        let components: [Component] = graphs + nodes
        return components.flatMap(\.parameters).filter(\.isSecret).flatMap(\.texts)
    }
}
