package import MaizeCore
internal import MaizeSystem

/// What the command says of types of nodes, and programs of those that they know.
extension NodeTypeSummary {
    /// Prints types, each once and in the order of their names, and ends the process.
    ///
    /// - Parameters:
    ///   - types: The types.
    ///   - tag: What the types must be tagged with; nil for all.
    ///   - asJSON: A line of JSON each.
    package static func list(_ types: [Component.Type], tag: String? = nil, asJSON: Bool) -> Never {
        let all = all(of: types)
        let shown = all.filter { type in tag.map { type.tags.contains($0.lowercased()) } ?? true }
        if let tag, shown.isEmpty {
            let suggestion = NearestName.suggestion(for: tag, among: Set(all.flatMap(\.tags)).sorted())
            Console.end(ExitStatus.invalid, "error: no type has the tag '\(tag)'\(suggestion)")
        }
        if asJSON { Console.show(json: shown) } else { Console.show(lines(shown, columns: Console.columns)) }
        Console.end(ExitStatus.done)
    }
}

extension NodeTypeDescription {
    /// Prints what there is to know about a type, and ends the process.
    package static func show(_ type: Component.Type, asJSON: Bool) -> Never {
        do {
            let description = try NodeTypeDescription(type)
            if asJSON { Console.show(json: [description]) } else { Console.show(description.lines) }
        } catch {
            Console.end(ExitStatus.invalid, "error: type \(type.typeName): \(error)")
        }
        Console.end(ExitStatus.done)
    }

    /// As `show(_:asJSON:)` for the one among types that is called so.
    static func show(_ name: String, among types: [Component.Type], asJSON: Bool) -> Never {
        guard let type = types.first(where: { $0.typeName.lowercased() == name.lowercased() }) else {
            let suggestion = NearestName.suggestion(for: name, among: Set(types.map { $0.typeName }).sorted())
            Console.end(ExitStatus.invalid, "error: there is no type of nodes '\(name)'\(suggestion)")
        }
        show(ItemPlaceholder.opened(type), asJSON: asJSON)
    }
}

extension Console {
    /// How wide the terminal is that standard output goes to; nil where it is none.
    static var columns: Int? {
        guard let output = try? Descriptor.standardOutput() else { return nil }  // closed: nothing will be shown
        return output.isTerminal() ? output.terminalSize()?.columns : nil
    }
}
