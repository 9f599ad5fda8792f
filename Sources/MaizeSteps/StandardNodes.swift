public import MaizeCore
internal import MaizeWire

/// The nodes that every workflow file may name.
///
///     for type in StandardNodes.all { print(type.typeName) }
public enum StandardNodes {
    /// Their types; generic ones for items of any kind.
    public static var all: [Component.Type] {
        [
            Accumulate<JSONValue>.self, Command.self, Copy<JSONValue>.self, CountBy.self, Delay<JSONValue>.self,
            Discard<JSONValue>.self, LoadData<JSONValue>.self, Log<JSONValue>.self, LogResult<JSONValue>.self,
            Merge<JSONValue>.self, ReadByteLines.self, ReadLines.self, Return<JSONValue>.self, Scatter<JSONValue>.self,
            Words.self, WriteLines.self,
        ]
    }
}
