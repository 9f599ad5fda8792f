/// Lines of aligned columns under a header.
package struct TextColumns {
    package enum Alignment { case left, right }

    package struct Column {
        package var header: String
        package var alignment: Alignment
        /// Wide enough for what it usually holds: the columns beside it then stand still.
        package var least = 0

        package init(_ header: String, _ alignment: Alignment = .left) {
            self.init(header: header, alignment: alignment)
        }

        init(header: String, alignment: Alignment, least: Int = 0) {
            self.header = header
            self.alignment = alignment
            self.least = least
        }
    }

    package let columns: [Column]

    package init(columns: [Column]) {
        self.columns = columns
    }

    /// The header and a line a row, columns two spaces apart; a column in which no row has anything is left out.
    package func lines(_ rows: [[String]]) -> [String] {
        let used = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let headers = columns.map(\.header)
        let widths = columns.indices.map { column in
            ([headers] + rows).reduce(columns[column].least) { max($0, TerminalText.width($1[column])) }
        }
        return ([headers] + rows).map { row in
            let cells = used.map { column in
                columns[column].alignment == .left
                    ? TerminalText.padded(row[column], to: widths[column])
                    : TerminalText.paddedFront(row[column], to: widths[column])
            }
            let line = cells.joined(separator: "  ")
            return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
        }
    }
}
