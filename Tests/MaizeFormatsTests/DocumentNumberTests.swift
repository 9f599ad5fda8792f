import Testing

@testable import MaizeFormats
import MaizeDocuments

/// Numbers and truth values as files write them.
@Suite struct DocumentNumberTests {
    private func decode<Value: Decodable>(_ text: String, as type: Value.Type) throws -> Value {
        try DocumentDecoder(try Format.yaml.read(text)).decode(type)
    }

    private func problem<Value: Decodable>(_ text: String, as type: Value.Type) throws -> String? {
        do {
            _ = try decode(text, as: type)
            return nil
        } catch let error as ValueError {
            return error.message
        }
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("+7", 7), ("0x1F", 31), ("0o17", 15), ("017", 17), ("-9223372036854775808", Int.min),
        ("9223372036854775807", Int.max),
    ])
    func `whole numbers are decimal, hexadecimal or octal`(text: String, value: Int) throws {
        #expect(try decode(text, as: Int.self) == value)
    }

    @Test(arguments: [
        "1.0", "1e3", "0x", "0x-5", "0x+5", "0o8", "0o-7", "-0x10", "1_000", "one", "1 2", "0b11", "٣", "--1", "1h",
    ])
    func `other words are no whole numbers`(text: String) throws {
        #expect(try problem(text, as: Int.self) == "a whole number is expected, not \(text)")
    }

    @Test func `numbers outside of a type's range are refused with the range`() throws {
        #expect(try problem("128", as: Int8.self) == "a whole number from -128 to 127 is expected, not 128")
        #expect(try problem("0xFF", as: Int8.self) == "a whole number from -128 to 127 is expected, not 0xFF")
        #expect(try problem("-1", as: UInt16.self) == "a whole number from 0 to 65535 is expected, not -1")
        #expect(try decode("18446744073709551615", as: UInt64.self) == .max)
        #expect(
            try problem("18446744073709551616", as: UInt64.self)
                == "a whole number from 0 to 18446744073709551615 is expected, not 18446744073709551616"
        )
        #expect(try problem("9223372036854775808", as: Int.self)?.hasPrefix("a whole number from -9") == true)
        #expect(try decode("-128", as: Int8.self) == -128)
        #expect(try decode("65535", as: UInt16.self) == 65535)
        #expect(try problem("4294967296", as: UInt32.self)?.contains("4294967295") == true)
    }

    @Test(arguments: [
        ("1", 1.0), ("-1.5", -1.5), ("1.", 1), (".5", 0.5), ("+.5", 0.5), ("1e5", 1e5), ("1E-5", 1e-5),
        (".inf", .infinity),
        ("-.inf", -.infinity), ("+.INF", .infinity), ("0x10", 16), ("1e-400", 0),
    ])
    func `numbers are written in the ways of YAML`(text: String, value: Double) throws {
        #expect(try decode(text, as: Double.self) == value)
        #expect(try decode(text, as: Float.self) == Float(value))
    }

    @Test func `not a number is one`() throws {
        #expect(try decode(".nan", as: Double.self).isNaN)
        #expect(try decode(".NaN", as: Float.self).isNaN)
    }

    @Test(arguments: ["inf", "nan", "infinity", "0x1p3", "-0x10", "1e", "e5", ".", "+", "1,5", "1_0.5", "½", "1.5.5"])
    func `other words are no numbers`(text: String) throws {
        #expect(try problem(text, as: Double.self) == "a number is expected, not \(text)")
    }

    @Test func `numbers that no floating-point number comes near are refused`() throws {
        #expect(
            try problem("1e400", as: Double.self) == "a number up to 1.7976931348623157e+308 is expected, not 1e400"
        )
        #expect(try problem("-1e39", as: Float.self) == "a number up to 3.4028235e+38 is expected, not -1e39")
    }

    @Test(arguments: [
        ("true", true), ("True", true), ("yes", true), ("ON", true), ("false", false), ("No", false), ("off", false),
    ])
    func `truth values are written in the ways of YAML 1.1`(text: String, value: Bool) throws {
        #expect(try decode(text, as: Bool.self) == value)
    }

    @Test(arguments: ["1", "0", "y", "n", "t", "'true'", "~"])
    func `other words are no truth values`(text: String) throws {
        #expect(try problem(text, as: Bool.self)?.hasPrefix("true or false is expected, not ") == true)
    }
}
