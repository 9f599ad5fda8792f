/// What of a document stands on one line, in every format.
enum LineWidth {
    /// The columns of a line that a list or a mapping may fill.
    static let columns = 100

    /// Whether a list is better read with an element a line: of several mappings, each of which says something.
    static func isTable(_ values: [DocumentValue]) -> Bool {
        values.contains { value in
            switch value.content {
            case .mapping(let entries): !entries.isEmpty
            case .list(let values):
                LineWidth.isTable(values) || values.count > 1 && values.contains(where: \.isContainer)
            case .null, .scalar: false
            }
        }
    }
}

extension DocumentValue {
    var isContainer: Bool {
        switch content {
        case .list, .mapping: true
        case .null, .scalar: false
        }
    }
}
