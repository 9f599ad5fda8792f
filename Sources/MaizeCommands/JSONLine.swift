internal import MaizeSystem
internal import MaizeWire

/// Data for machines: one JSON value a line, fields in the order of their names.
enum JSONLine {
    /// What makes the lines.
    static func encoder() -> JSONItemEncoder { JSONItemEncoder(specialNumbers: .texts, sortsFields: true) }
}

extension Console {
    /// Writes values as lines of JSON to standard output.
    package static func show(json values: [some Encodable]) {
        let encoder = JSONLine.encoder()
        let text = ByteBuffer()
        do {
            show(
                try values.map { value in
                    text.removeAll()
                    try encoder.encode(value, into: text)
                    return String(decoding: text.bytes, as: UTF8.self)
                }
            )
        } catch {
            end(ExitStatus.machine, "error: a value cannot be written as JSON: \(error)")
        }
    }
}
