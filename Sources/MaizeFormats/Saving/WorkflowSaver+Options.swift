internal import MaizeCore
internal import MaizeDocuments

/// The workflow's own parameters.
extension WorkflowSaver {
    mutating func option(_ option: AnyParameter) -> DocumentValue? {
        if option.hasConversions {
            // In the flat form, its values have reached the nodes.
            if form == .short { refuse(option.name, "an option whose values are converted, which no file can say") }
            return nil
        }
        let targets = form == .flat ? option.flatTargets { isSaved($0) } : option.targets
        var places: [DocumentValue] = []
        for target in targets {
            var end = target
            if let port = target as? AnyPort, port.index != nil {
                refuse(
                    target.location,
                    "option '\(option.name)' drives a place of a multi input, which no file can say"
                )
                continue
            }
            while form == .short, let outer = (end as? AnyPort)?.outerPort, outer.owner !== graph { end = outer }
            guard let path = path(of: end) else {
                refuse(target.location, "no file can name what option '\(option.name)' drives")
                continue
            }
            places.append(SavedPath.place(path, end.name))
        }
        guard !places.isEmpty else { return nil }
        var entries: [(String, DocumentValue)] = [("name", .text(option.name)), ("map", .list(places))]
        // That of a graph stands where the graph is used.
        if graph is Workflow, let value = value(of: option, driving: targets) { entries.append(("value", value)) }
        if option.isOptional, !option.isDeclaredOptional { entries.append(("optional", .bool(true))) }
        return .mapping(entries)
    }

    /// The value of an option, where it does not follow from what the option drives.
    private mutating func value(of option: AnyParameter, driving targets: [Interface]) -> DocumentValue? {
        do {
            guard option.hasValue, !secrets.contains(option), let bytes = try option.encodedValue() else { return nil }
            // Of what lies inside of a graph, the file says nothing else.
            let saved = targets.filter { isSaved($0.owner) }.compactMap { $0 as? AnyParameter }
            let first = try saved.lazy.compactMap { try $0.encodedValue() }.first
            return first == bytes ? nil : try SavedValue(option, folder: folder).document()
        } catch {
            refuse(option.name, "its value cannot be written: \(error)")
            return nil
        }
    }
}
