/// The first byte of every encoded value: what the value is, and so how long it is.
///
/// Zero is no type on purpose: a run of zero bytes is never a value.
enum WireType: UInt8 {
    case `nil` = 1
    /// A field that was written as "not there": it keeps the fields in order but reads as a missing key.
    case absent
    case `false`, `true`
    case int8, int16, int32, int64, int128
    case uint8, uint16, uint32, uint64, uint128
    case float, double
    /// `u32` length, UTF-8.
    case string
    /// `u32` length, raw bytes.
    case bytes
    /// Element code, `u32` count, raw memory.
    case numbers
    /// `u32` byte length of the fields, fields.
    case keyed
    /// `u32` byte length of the values, `u32` count, values.
    case unkeyed

    /// The size of the payload, or -1 when the payload says it itself.
    @inline(__always)
    var fixedSize: Int {
        switch self {
        case .nil, .absent, .false, .true: 0
        case .int8, .uint8: 1
        case .int16, .uint16: 2
        case .int32, .uint32, .float: 4
        case .int64, .uint64, .double: 8
        case .int128, .uint128: 16
        case .string, .bytes, .numbers, .keyed, .unkeyed: -1
        }
    }
}

/// The limits of the item form, the same for writing and reading.
enum ItemLimits {
    /// How deep values may be nested.
    static let depth = 512
    /// The length of the longest string, run, container and item: lengths have 32 bits.
    static let length = Int(UInt32.max)
}

/// The tags in front of a field's key.
enum KeyTag {
    /// The name follows in place.
    static let inline: UInt32 = 0
    /// The field was replaced by a later one with the same key.
    static let dead: UInt32 = 1
    /// This tag stands for the first name in the item's table of names.
    static let firstIndex: UInt32 = 2
}

/// A scalar that is written as its wire type and its memory.
protocol WireScalar: BitwiseCopyable {
    static var wireType: WireType { get }
}

extension Int8: WireScalar { static var wireType: WireType { .int8 } }
extension Int16: WireScalar { static var wireType: WireType { .int16 } }
extension Int32: WireScalar { static var wireType: WireType { .int32 } }
extension Int64: WireScalar { static var wireType: WireType { .int64 } }
extension Int128: WireScalar { static var wireType: WireType { .int128 } }
extension Int: WireScalar { static var wireType: WireType { .int64 } }
extension UInt8: WireScalar { static var wireType: WireType { .uint8 } }
extension UInt16: WireScalar { static var wireType: WireType { .uint16 } }
extension UInt32: WireScalar { static var wireType: WireType { .uint32 } }
extension UInt64: WireScalar { static var wireType: WireType { .uint64 } }
extension UInt128: WireScalar { static var wireType: WireType { .uint128 } }
extension UInt: WireScalar { static var wireType: WireType { .uint64 } }
extension Float: WireScalar { static var wireType: WireType { .float } }
extension Double: WireScalar { static var wireType: WireType { .double } }
