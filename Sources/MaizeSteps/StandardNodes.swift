public import MaizeCore
internal import MaizeWire

/// The nodes that every workflow file may name.
///
///     for type in StandardNodes.all { print(type.typeName) }
public enum StandardNodes {
    /// Their types; generic ones for items of any kind.
    public static var all: [Component.Type] {
        [
            Accumulate<JSONValue>.self,
            Barrier<JSONValue>.self,
            Batch<JSONValue>.self,
            BatchStream<JSONValue>.self,
            Choice<JSONValue>.self,
            Combine<JSONValue>.self,
            Command.self,
            Copy<JSONValue>.self,
            CopyEveryNIter<JSONValue>.self,
            CountBy.self,
            Delay<JSONValue>.self,
            Discard<JSONValue>.self,
            Drop<JSONValue>.self,
            Dummy<JSONValue>.self,
            FileBuffer.self,
            Glob.self,
            GroupBy<JSONValue>.self,
            IndexDistribute<JSONValue>.self,
            IntegerMap.self,
            Join<JSONValue, JSONValue>.self,
            LoadData<JSONValue>.self,
            LoadFile.self,
            LoadFiles.self,
            Log<JSONValue>.self,
            LogResult<JSONValue>.self,
            Merge<JSONValue>.self,
            MergeLists<JSONValue>.self,
            Multiplex<JSONValue, JSONValue>.self,
            Multiply<JSONValue>.self,
            ReadByteLines.self,
            ReadCSV<JSONValue>.self,
            ReadJSON<JSONValue>.self,
            ReadLines.self,
            Return<JSONValue>.self,
            RoundRobin<JSONValue>.self,
            SaveFile.self,
            SaveFiles.self,
            Scatter<JSONValue>.self,
            Sort<JSONValue>.self,
            Take<JSONValue>.self,
            Tee<JSONValue>.self,
            Throttle<JSONValue>.self,
            TimeDistribute<JSONValue>.self,
            TimeWindow<JSONValue>.self,
            Unique<JSONValue>.self,
            Window<JSONValue>.self,
            Words.self,
            WriteCSV<JSONValue>.self,
            WriteJSON<JSONValue>.self,
            WriteLines.self,
            Yes<JSONValue>.self,
            Zip<JSONValue>.self,
            Zip2<JSONValue, JSONValue>.self,
        ]
    }
}
