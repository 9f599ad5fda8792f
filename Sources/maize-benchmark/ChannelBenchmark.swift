import Maize

/// One channel between two processes beside a raw pipe between two processes, measured in turn.
struct ChannelBenchmark {
    let repetitions: Int
    /// Only rows whose name holds this are measured.
    var filter = ""

    func run() throws {
        print("One channel beside a raw pipe, \(repetitions) pairs each, medians; ratio: ours to raw.\n")
        print(Measurement.header)
        try show(rate("[UInt8] of 64 bytes, one by one", [UInt8].self, items: 1_000_000, bar: 0.55))
        try show(rate("struct (String, 4 Double, Double?), one by one", Reading.self, items: 500_000, bar: 0.4))
        try show(rate("String of 40 characters, one by one", String.self, items: 1_000_000, size: 40, bar: 0.55))
        try show(
            rate("[UInt8] of 64 bytes, batches of 1,024", [UInt8].self, items: 4_096_000, batch: 1024, bar: 0.1)
        )
        try show(trip("round trip of 64 bytes, one processor", (0, 0), bar: 2))
        try show(trip("round trip of 64 bytes, two processors", (0, 1), bar: 1.3))
        try show(rate("[UInt8] of 1 MiB", [UInt8].self, items: 2_000, size: 1 << 20, bar: 0.7))
    }

    private func show(_ measurement: Measurement?) { if let measurement { print(measurement.line) } }

    private func rate<Item: Sample>(
        _ name: String,
        _ type: Item.Type,
        items: Int,
        size: Int = 64,
        batch: Int = 1,
        bar: Double
    ) throws -> Measurement? {
        guard filter.isEmpty || name.contains(filter) else { return nil }
        let pairs = try (0..<repetitions).map { _ in
            let ours = try flood(type, items: items, size: size, batch: batch)
            let raw = try RawPipe.flood(items: items, size: size, batch: batch)
            return (ours: ours, raw: raw)
        }
        return Measurement(name: name, unit: .itemsPerSecond, pairs: pairs, bar: bar)
    }

    private func trip(_ name: String, _ processors: (Int32, Int32), bar: Double) throws -> Measurement? {
        guard filter.isEmpty || name.contains(filter) else { return nil }
        let pairs = try (0..<repetitions).map { _ in
            let ours = try roundTrip(trips: 20_000, processors)
            let raw = try RawPipe.roundTrip(trips: 20_000, size: 64, processors: processors)
            return (ours: ours, raw: raw)
        }
        return Measurement(name: name, unit: .microseconds, pairs: pairs, bar: bar)
    }

    private func flood<Item: Sample>(_ type: Item.Type, items: Int, size: Int, batch: Int) throws -> Double {
        let flow = Workflow("flood")
        let source = try flow.add(FloodSource<Item>.self, name: "source") {
            $0.items = items
            $0.size = size
            $0.batch = batch
        }
        let sink = try flow.add(FloodSink<Item>.self, name: "sink")
        let result = try flow.add(Return<Double>.self)
        try flow.connect(source.out, to: sink.inp, capacity: batch == 1 ? nil : batch)
        try flow.connect(sink.seconds, to: result.inp)
        return try Double(items) / value(of: result, in: flow)
    }

    private func roundTrip(trips: Int, _ processors: (Int32, Int32)) throws -> Double {
        let flow = Workflow("trip")
        let asker = try flow.add(Asker<[UInt8]>.self, name: "asker") {
            $0.trips = trips
            $0.processor = Int(processors.0)
        }
        let echo = try flow.add(Echo<[UInt8]>.self, name: "echo") { $0.processor = Int(processors.1) }
        let result = try flow.add(Return<Double>.self)
        try flow.connect(asker.out, to: echo.inp)
        try flow.connect(echo.out, to: asker.inp)
        try flow.connect(asker.microseconds, to: result.inp)
        return try value(of: result, in: flow)
    }

    private func value(of result: Return<Double>, in flow: Workflow) throws -> Double {
        var options = RunOptions()
        options.level = .warning
        try flow.execute(options)
        guard let value = result.value else { throw WorkflowError(.usage, "a measurement gave no result") }
        return value
    }
}
