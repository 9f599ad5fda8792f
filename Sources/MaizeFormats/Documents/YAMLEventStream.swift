internal import MaizeDocuments
// libyaml as Yams carries it. Yams' own composer expands aliases and compares keys before anybody could bound them, so
// what comes from a stranger's file is taken event by event; see docs/dependencies.md.
internal import CYaml

/// The events of one YAML text, one after the other.
final class YAMLEventStream {
    enum Event {
        case streamStart, streamEnd, documentStart, documentEnd, sequenceEnd, mappingEnd
        case scalar(text: String, isPlain: Bool, anchor: String?, tag: String?)
        case sequenceStart(anchor: String?, tag: String?)
        case mappingStart(anchor: String?, tag: String?)
        case alias(String)
    }

    private var parser = yaml_parser_t()
    /// Where the last event began.
    private(set) var position = Position.start

    /// Reads from `bytes`, which must outlive the stream.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard yaml_parser_initialize(&parser) == 1 else { throw DocumentError(message: "there is not enough memory") }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    }

    deinit { yaml_parser_delete(&parser) }

    func next() throws -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { throw problem }
        defer { yaml_event_delete(&event) }
        position = YAMLEventStream.position(event.start_mark)
        switch event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .sequenceStart(anchor: text(start.anchor), tag: text(start.tag))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mappingStart(anchor: text(start.anchor), tag: text(start.tag))
        default:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(
                text: String(decoding: bytes, as: UTF8.self),
                isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
                anchor: text(scalar.anchor),
                tag: text(scalar.tag)
            )
        }
    }

    private func text(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        characters.map { String(cString: $0) }
    }

    private var problem: DocumentError {
        let what = parser.problem.map { String(cString: $0) } ?? "there is not enough memory"
        if what.hasPrefix("Maximum nesting level") {
            return DocumentError(
                position: YAMLEventStream.position(parser.problem_mark),
                message: "nested deeper than \(DocumentLimits.depth) levels"
            )
        }
        let context = parser.context.map { String(cString: $0) + ", " } ?? ""
        let message = "no sound YAML: \(context)\(what)"
        // The reader of bytes knows no lines yet.
        if parser.error == YAML_READER_ERROR { return DocumentError(offset: parser.problem_offset, message: message) }
        return DocumentError(position: YAMLEventStream.position(parser.problem_mark), message: message)
    }

    private static func position(_ mark: yaml_mark_t) -> Position {
        Position(line: mark.line + 1, column: mark.column + 1)
    }
}
