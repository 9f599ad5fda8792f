internal import MaizeCore
internal import MaizeDocuments

/// The graphs that a file defines, each once.
///
/// Two uses of one definition that have come to differ, in their types of items or by what was changed inside, get a
/// definition each.
final class SavedDefinitions {
    private(set) var all: [(String, DocumentValue)] = []
    /// Definitions as text, by their names.
    private var texts: [(name: String, text: String)] = []

    /// The name of an equal definition, or a free one for a new definition.
    func name(of definition: DocumentValue, wanted: String) -> String {
        let text = "\(definition.json)"
        if let known = texts.first(where: { $0.text == text }) { return known.name }
        var name = wanted
        var number = 2
        while texts.contains(where: { GraphDefinition.key($0.name) == GraphDefinition.key(name) }) {
            name = wanted + "_\(number)"
            number += 1
        }
        texts.append((name, text))
        all.append((name, definition))
        return name
    }
}
