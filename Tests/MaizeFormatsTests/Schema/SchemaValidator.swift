import MaizeWire

/// Checks values by a JSON Schema, as far as ours goes: a keyword that it does not know is an error of the test.
struct SchemaValidator {
    let root: [String: JSONValue]

    struct UnknownKeyword: Error {
        let keyword: String
    }

    init(_ schema: JSONValue) throws {
        guard case .object(let root) = schema else { throw UnknownKeyword(keyword: "no schema at all") }
        self.root = root
    }

    /// What is wrong with a value, as paths in it.
    func problems(_ value: JSONValue) throws -> [String] { try problems(value, .object(root), "") }

    private func keeps(_ value: JSONValue, _ schema: JSONValue) throws -> Bool {
        try problems(value, schema, "").isEmpty
    }

    private func problems(_ value: JSONValue, _ schema: JSONValue, _ path: String) throws -> [String] {
        if case .bool(let allows) = schema { return allows ? [] : ["\(path): nothing is allowed here"] }
        guard case .object(let keywords) = schema else { throw UnknownKeyword(keyword: "a schema that is no object") }
        return try keywords.flatMap { keyword, argument in
            try problems(value, keyword, argument, beside: keywords, path)
        }
    }

    private func problems(
        _ value: JSONValue,
        _ keyword: String,
        _ argument: JSONValue,
        beside keywords: [String: JSONValue],
        _ path: String
    ) throws -> [String] {
        func unless(_ holds: Bool) -> [String] { holds ? [] : ["\(path): breaks \(keyword) \(argument)"] }
        switch (keyword, argument) {
        case ("$schema", _), ("title", _), ("description", _), ("default", _), ("$defs", _), ("then", _), ("else", _):
            return []
        case ("$ref", .string(let reference)): return try problems(value, definition(reference), path)
        case ("type", .string(let type)): return unless(SchemaValidator.isOf(type, value))
        case ("type", .array(let types)):
            return unless(
                types.contains { if case .string(let type) = $0 { SchemaValidator.isOf(type, value) } else { false } }
            )
        case ("enum", .array(let values)): return unless(values.contains(value))
        case ("const", _): return unless(value == argument)
        case ("pattern", .string(let pattern)):
            guard case .string(let text) = value else { return [] }
            return unless(try Regex(pattern).firstMatch(in: text) != nil)
        case ("minimum", .integer(let limit)):
            guard case .integer(let number) = value else { return [] }
            return unless(number >= limit)
        case ("maximum", let limit):
            guard case .integer(let number) = value, case .integer(let most) = limit else { return [] }
            return unless(number <= most)
        case ("anyOf", .array(let schemas)): return unless(try schemas.contains { try keeps(value, $0) })
        case ("allOf", .array(let schemas)): return try schemas.flatMap { try problems(value, $0, path) }
        case ("not", _): return unless(try !keeps(value, argument))
        case ("if", _):
            let branch = try keeps(value, argument) ? keywords["then"] : keywords["else"]
            return try branch.map { try problems(value, $0, path) } ?? []
        case ("items", _), ("minItems", _):
            guard case .array(let values) = value else { return [] }
            if case .integer(let least) = argument { return unless(values.count >= least) }
            return try values.enumerated().flatMap { try problems($1, argument, "\(path)[\($0)]") }
        default:
            return try objectProblems(value, keyword, argument, beside: keywords, path)
        }
    }

    private func objectProblems(
        _ value: JSONValue,
        _ keyword: String,
        _ argument: JSONValue,
        beside keywords: [String: JSONValue],
        _ path: String
    ) throws -> [String] {
        func unless(_ holds: Bool, _ fields: [String: JSONValue]) -> [String] {
            holds ? [] : ["\(path): breaks \(keyword) \(argument), having \(fields.keys.sorted())"]
        }
        let object: [String: JSONValue]? = if case .object(let fields) = value { fields } else { nil }
        switch (keyword, argument) {
        case ("properties", .object(let properties)):
            return try (object ?? [:]).flatMap { key, value in
                try properties[key].map { try problems(value, $0, "\(path).\(key)") } ?? []
            }
        case ("additionalProperties", _):
            let named: [String: JSONValue] =
                if case .object(let properties)? = keywords["properties"] { properties } else { [:] }
            return try (object ?? [:]).filter { named[$0.key] == nil }
                .flatMap { try problems($0.value, argument, "\(path).\($0.key)") }
        case ("propertyNames", _): return try (object ?? [:]).keys.flatMap { try problems(.string($0), argument, path) }
        case ("required", .array(let names)):
            return object.map { fields in
                unless(
                    names.allSatisfy { if case .string(let name) = $0 { fields[name] != nil } else { false } },
                    fields
                )
            } ?? []
        case ("minProperties", .integer(let least)): return object.map { unless($0.count >= least, $0) } ?? []
        case ("maxProperties", .integer(let most)): return object.map { unless($0.count <= most, $0) } ?? []
        default: throw UnknownKeyword(keyword: keyword)
        }
    }

    private func definition(_ reference: String) throws -> JSONValue {
        guard reference.hasPrefix("#/$defs/"), case .object(let definitions)? = root["$defs"],
            let found = definitions[String(reference.dropFirst("#/$defs/".count))]
        else { throw UnknownKeyword(keyword: "$ref to \(reference)") }
        return found
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch value {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .integer: type == "integer" || type == "number"
        case .number(let number): type == "number" || type == "integer" && number == number.rounded()
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}
