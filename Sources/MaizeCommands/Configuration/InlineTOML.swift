internal import MaizeWire

/// Values as TOML has them on one line.
enum InlineTOML {
    static func of(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Nil for what TOML has no word for: null.
    static func of(_ value: JSONValue) -> String? {
        switch value {
        case .null: return nil
        case .bool(let value): return "\(value)"
        case .integer(let number): return "\(number)"
        case .number(let number):
            return number.isNaN ? "nan" : number.isInfinite ? (number < 0 ? "-inf" : "inf") : "\(number)"
        case .string(let text): return of(text)
        case .array(let values):
            let texts = values.compactMap(of)
            return texts.count == values.count ? "[\(texts.joined(separator: ", "))]" : nil
        case .object(let values):
            let texts = values.sorted { $0.key < $1.key }.compactMap { name, value in
                of(value).map { "\(key(name)) = \($0)" }
            }
            return texts.count == values.count ? "{\(texts.isEmpty ? "" : " \(texts.joined(separator: ", ")) ")}" : nil
        }
    }

    /// A name as a key, in quotes where it needs them.
    static func key(_ name: String) -> String {
        let isBare =
            !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
                    || $0 == "-"
            }
        return isBare ? name : of(name)
    }
}
