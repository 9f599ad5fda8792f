extension StandardNodes {
    /// The name of each type, its tag and its summary, and what its ports are for: made from their comments by
    /// `MAIZE_WRITE_PAGES=1 swift test --filter NodePageTests`.
    static let table = """
        Accumulate plumbing Gathers a number of items into one list.
        Accumulate .inp The items.
        Accumulate .out The lists.
        Barrier plumbing Lets an item through when a signal says so, and drops it otherwise.
        Barrier .inp The items.
        Barrier .inpSignal For each item, whether it may go on.
        Barrier .out The items that may.
        Batch plumbing Cuts a list into so many parts of nearly equal size, the larger ones first.
        Batch .inp The list.
        Batch .out Its parts.
        BatchStream streams Gathers items into lists that are sent when they are long enough, or when their first item has waited long enough.
        BatchStream .inp The items.
        BatchStream .out The lists.
        Choice plumbing Passes an item on from the input that an index names.
        Choice .inp The items, of which one is chosen.
        Choice .inpIndex Which input is chosen, from 0 on.
        Choice .out The chosen item.
        Combine plumbing Joins so many lists into one.
        Combine .inp The lists.
        Combine .out One list with all of their elements.
        Command programs Runs an external program between streams of lines: items become lines of its standard input, lines of its standard output become items.
        Command .inp Lines for its standard input.
        Command .out Lines of its standard output.
        Copy plumbing Sends every item to each of its outputs.
        Copy .inp The items.
        Copy .out The same items, on each.
        CopyEveryNIter plumbing Sends every item to its first output, and every n-th item to the others as well.
        CopyEveryNIter .inp The items.
        CopyEveryNIter .out All of them on the first output, some on the others.
        CountBy streams Counts equal items, and sends one line for each of them once the input has ended.
        CountBy .inp The items.
        CountBy .out A line for each distinct item.
        Delay plumbing Passes each item on after a while.
        Delay .inp The items.
        Delay .out The same items.
        Discard input-and-output Takes every item of any number of inputs and forgets it; 'Void' in workflow files.
        Discard .inp The items.
        Drop streams Leaves the first items out and passes the rest on.
        Drop .inp The items.
        Drop .out Those behind the first ones.
        Dummy input-and-output Sends nothing: for an input that is to have an empty stream.
        Dummy .out A stream without items.
        FileBuffer input-and-output Sends the file that an earlier run stored, then stores the one that comes now for the next run.
        FileBuffer .inp The file to store, for the next run.
        FileBuffer .out The file that was stored, if there is one.
        Filter functions Passes on the items for which a function gives true.
        Filter .inp The items.
        Filter .out Those for which the function gives true.
        Fold functions Makes one value of all items, with a function of the value so far and the next item.
        Fold .inp The items.
        Fold .out The value at the end; with 'running', the value after each item.
        FunctionNode0 functions Calls a function without arguments once, and sends what it gives.
        FunctionNode0 .out The result; need not be connected.
        FunctionNode2 functions Calls a function of two arguments with one item of each input.
        FunctionNode2 .first The first arguments.
        FunctionNode2 .second The second arguments.
        FunctionNode2 .out A result for each pair; need not be connected.
        FunctionNode3 functions Calls a function of three arguments with one item of each input: as 'FunctionNode2', with an input more.
        FunctionNode3 .first The first arguments.
        FunctionNode3 .second The second arguments.
        FunctionNode3 .third The third arguments.
        FunctionNode3 .out A result for each set of arguments; need not be connected.
        FunctionNode4 functions Calls a function of four arguments with one item of each input: as 'FunctionNode2', with two inputs more.
        FunctionNode4 .first The first arguments.
        FunctionNode4 .second The second arguments.
        FunctionNode4 .third The third arguments.
        FunctionNode4 .fourth The fourth arguments.
        FunctionNode4 .out A result for each set of arguments; need not be connected.
        Glob formats Sends the files whose paths match a pattern.
        Glob .out The files.
        GroupBy order-and-keys Gathers the items of each key, and sends a group for each, in the order of keys, once the input has ended.
        GroupBy .inp The items.
        GroupBy .out The groups.
        GroupByKey order-and-keys Gathers the items of each key that a function gives, and sends a group for each, in the order of keys.
        GroupByKey .inp The items.
        GroupByKey .out The groups.
        IndexDistribute plumbing Sends an item to the output that an index names.
        IndexDistribute .inp The item.
        IndexDistribute .inpIndex Which output gets it, from 0 on.
        IndexDistribute .out The item, on one of them.
        IntegerMap plumbing Gives for a number the index that a pattern has at that place.
        IntegerMap .inp The number, at least 0.
        IntegerMap .out The index in its place.
        Join order-and-keys Brings items of two streams together that have the same key.
        Join .left The items from the left.
        Join .right The items from the right.
        Join .out The pairs.
        JoinBy order-and-keys Brings items of two streams together for which two functions give the same key.
        JoinBy .left The items from the left.
        JoinBy .right The items from the right.
        JoinBy .out The pairs.
        LoadData input-and-output Sends the value of a parameter, once.
        LoadData .out The value, once.
        LoadFile input-and-output Sends a file, or a folder with all that is in it, once.
        LoadFile .out The file, once.
        LoadFiles input-and-output Sends a list of files, or of folders with all that is in them, once.
        LoadFiles .out The files, once.
        Log input-and-output Logs every item and passes it on.
        Log .inp The items.
        Log .out The same items.
        LogResult input-and-output Logs every item.
        LogResult .inp The items.
        Map functions Calls a function for each item, and sends what it gives.
        Map .inp The arguments.
        Map .out A result for each; need not be connected.
        Merge plumbing Sends on what comes on any of its inputs, as it comes; inputs that have items take turns.
        Merge .inp The streams.
        Merge .out All of their items.
        MergeLists plumbing Takes one list from each of its inputs, in their order, and sends all of them as one list.
        MergeLists .inp The lists, one of each at a time.
        MergeLists .out The joined lists.
        Multiplex plumbing Lets several clients share one server: each answer goes back to whoever asked.
        Multiplex .inp The requests of each client.
        Multiplex .out The answers for each client, in the same order of places.
        Multiplex .inpSingle The answers of the server.
        Multiplex .outSingle All requests, to the server.
        Multiply plumbing Sends a list of so many copies of one item.
        Multiply .inp The item.
        Multiply .out The list.
        ObjectNode objects The node in whose process an object lives; made by 'object(_:)' of a graph.
        Parallel sharing-the-work Several nodes of one type that share the work: each item goes to one that waits for work.
        ReadByteLines streams Sends the lines of a file as bytes, whatever they are: as 'ReadLines', without any encoding.
        ReadByteLines .out The lines, each an array of bytes.
        ReadCSV formats Sends the rows of a file of comma-separated values.
        ReadCSV .out The rows.
        ReadJSON formats Sends the values of a file that has one JSON value a line.
        ReadJSON .out The values.
        ReadLines streams Sends the lines of a file, of any size, one by one.
        ReadLines .out The lines.
        Return input-and-output Brings every item that it receives back to the program that started the run.
        Return .inp The items.
        RoundRobin plumbing Sends each item to the next one of its outputs, in turn.
        RoundRobin .inp The items.
        RoundRobin .out The items, each on one of them.
        SaveFile input-and-output Saves a file, or a folder with all that is in it, under a path of yours.
        SaveFile .inp The file.
        SaveFiles input-and-output Saves files, or folders with all that is in them, in a folder of yours, each under its own name.
        SaveFiles .inp The files.
        Scatter plumbing Sends the elements of each list one by one.
        Scatter .inp The lists.
        Scatter .out Their elements.
        Sort order-and-keys Sends all items in the order of a field, or in their own order, once the input has ended.
        Sort .inp The items.
        Sort .out The same items in order.
        SortBy order-and-keys Sends all items in the order of what a function gives for them, once the input has ended.
        SortBy .inp The items.
        SortBy .out The same items in order.
        Take streams Passes the first items on, then ends.
        Take .inp The items.
        Take .out The first of them.
        Tee streams Passes each item on, and writes it as a line of a file: a record of what went through here.
        Tee .inp The items.
        Tee .out The same items.
        Throttle streams Passes items on, but never more than so many in so many seconds.
        Throttle .inp The items.
        Throttle .out The same items.
        TimeDistribute plumbing Sends so many items to its first output, then so many to the second, and so on.
        TimeDistribute .inp The items.
        TimeDistribute .out The items, each on one of them.
        TimeWindow streams Makes lists of what came in equal spans of time, which may overlap.
        TimeWindow .inp The items.
        TimeWindow .out The windows.
        Unique order-and-keys Passes on the first item of each key, as it comes, and drops the others.
        Unique .inp The items.
        Unique .out The first of each key.
        UniqueBy order-and-keys Passes on the first item of each key that a function gives, as it comes, and drops the others.
        UniqueBy .inp The items.
        UniqueBy .out The first of each key.
        Window streams Makes lists of neighbouring items, which may overlap: the stream seen through a window that moves on.
        Window .inp The items.
        Window .out The windows.
        Words streams Sends the words of each line.
        Words .inp The lines.
        Words .out The words.
        WriteCSV formats Writes each item as a row of comma-separated values to a file, which appears at its path only when it is complete.
        WriteCSV .inp The rows.
        WriteJSON formats Writes each item as a line of JSON to a file, which appears at its path only when it is complete.
        WriteJSON .inp The items.
        WriteLines streams Writes each item as a line of a file, which appears at its path only when it is complete.
        WriteLines .inp The lines.
        Yes plumbing Sends the first item that comes again and again, as long as somebody takes it.
        Yes .inp The item.
        Yes .out The same item, any number of times.
        Zip streams Makes lists of one item from each input: the first of each, then the second of each, and so on.
        Zip .inp The streams.
        Zip .out Lists of as many items as there are streams, in the order of the connections.
        Zip2 streams Makes pairs of an item from each of two inputs, which may be of different types.
        Zip2 .first The stream of the first parts.
        Zip2 .second The stream of the second parts.
        Zip2 .out The pairs.
        """
}
