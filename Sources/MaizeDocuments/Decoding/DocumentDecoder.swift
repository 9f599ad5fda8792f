internal import MaizeCore
package import MaizeWire

/// Decodes a value of a file as whatever type takes it; errors know where the value stands.
package struct DocumentDecoder: ValueDecoder {
    package let value: DocumentValue
    package let codingPath: [any CodingKey]
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package init(_ value: DocumentValue, codingPath: [any CodingKey] = []) {
        self.value = value
        self.codingPath = codingPath
    }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try DocumentFields<Key>(value, codingPath: codingPath))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let values) = value.content else { throw ValueError(value, expected: "a list") }
        return DocumentElements(values, of: value, codingPath: codingPath)
    }

    package func singleValueContainer() throws -> any SingleValueDecodingContainer {
        DocumentScalar(value: value, codingPath: codingPath)
    }

    /// Decodes the value; what a type itself finds wrong with it is told with the value's position.
    package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == JSONValue.self, let json = value.json as? Value { return json }
        do {
            return try Value(from: self)
        } catch let error as DecodingError {
            if case .dataCorrupted = error, type is any CaseIterable.Type {
                let expected = ParameterText.typeDescription(of: type)
                throw ValueError(value, expected: expected, hint: nearest(to: type))
            }
            throw ValueError(value.position, message(of: error, expected: type))
        } catch let error as ValueError {
            guard case .scalar = value.content, type is any CaseIterable.Type, !(type is any RawRepresentable.Type)
            else {
                throw error
            }
            let hint = "; the cases of \(type) have no texts: declare it as `enum \(type): String`"
            throw ValueError(value, expected: "a mapping", hint: hint)
        }
    }

    /// What the user probably meant by a word that is no choice.
    private func nearest(to expected: Any.Type) -> String {
        guard case .scalar(let text, _) = value.content,
            let nearest = NearestName.nearest(to: text, among: ParameterText.choices(of: expected))
        else { return "" }
        return "; did you mean '\(nearest)'?"
    }

    private func message(of error: DecodingError, expected: Any.Type) -> String {
        switch error {
        case .keyNotFound(let key, _): "'\(key.stringValue)' is missing; \(expected) needs it"
        case .dataCorrupted(let context) where !context.debugDescription.isEmpty:
            "no \(expected): \(context.debugDescription)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "no \(expected): \(context.debugDescription)"
        default: "no \(expected)"
        }
    }
}

extension DocumentValue {
    /// The value as JSON: a plain word is what YAML's core schema makes of it.
    package var json: JSONValue {
        switch content {
        case .null: .null
        case .list(let values): .array(values.map(\.json))
        case .mapping(let entries):
            .object(Dictionary(entries.map { ($0.key, $0.value.json) }) { first, _ in first })
        case .scalar(let text, .text): .string(text)
        case .scalar(let text, _):
            if let number = DocumentScalar.wholeNumber(Int.self, text) {
                .integer(number)
            } else if let number = DocumentScalar.number(text) {
                .number(number)
            } else if ["true", "True", "TRUE"].contains(text) {
                .bool(true)
            } else if ["false", "False", "FALSE"].contains(text) {
                .bool(false)
            } else {
                .string(text)
            }
        }
    }
}

extension DocumentDecoder: ValueSource {
    package func value<Value: Decodable>(as type: Value.Type) throws -> Value { try decode(type) }
}
