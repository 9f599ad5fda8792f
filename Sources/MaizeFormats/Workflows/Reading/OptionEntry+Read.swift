internal import MaizeCore
internal import MaizeDocuments

extension GraphDocument {
    /// A list of parameters, or a mapping of their names to what they drive.
    static func options(_ value: DocumentValue, _ source: SourceFile) -> [OptionEntry] {
        switch value.content {
        case .list(let values): return values.compactMap { option($0, name: nil, source) }
        case .mapping(let entries):
            return entries.compactMap { entry in
                let name = FlowDocument.Text(text: entry.key, position: entry.position)
                if isLong(entry.value) { return option(entry.value, name: name, source) }
                var option = OptionEntry(position: entry.position, name: name)
                option.take(targets: entry.value, source)
                return option
            }
        case .null, .scalar:
            source.findings.error(
                value.position,
                "'parameters' is a list, or a mapping of names to what they drive, not \(value.summary)"
            )
            return []
        }
    }

    /// `{map: …}`; any other mapping names a place.
    private static func isLong(_ value: DocumentValue) -> Bool {
        guard case .mapping(let entries) = value.content else { return false }
        return entries.contains { $0.key == "map" }
    }

    private static func option(
        _ value: DocumentValue,
        name: FlowDocument.Text?,
        _ source: SourceFile
    ) -> OptionEntry? {
        let known = (name == nil ? ["name"] : []) + ["map", "value", "optional"]
        guard let fields = FieldReader(value, what: "a parameter", known: known, &source.findings) else { return nil }
        var option = OptionEntry(position: name?.position ?? value.position, name: name)
        if name == nil, fields.required("name", &source.findings) != nil { option.name = source.text("name", fields) }
        if let map = fields.required("map", &source.findings) { option.take(targets: map, source) }
        option.value = fields.value("value")
        option.isOptional = fields.decoded("optional", as: Bool.self, &source.findings) ?? false
        return option
    }
}

extension GraphDocument.OptionEntry {
    /// One place, or a list of them.
    fileprivate mutating func take(targets value: DocumentValue, _ source: SourceFile) {
        let values = if case .list(let values) = value.content { values } else { [value] }
        targets = values.compactMap { PlaceEntry($0, "parameter", in: source) }
        targetsAreSound = targets.count == values.count
    }
}
