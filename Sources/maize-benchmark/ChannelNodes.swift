import Maize
import MaizeSystem

/// What a struct item of the measurements holds: a text, four numbers, a value that may lack.
struct Reading: Codable, Sendable, Hashable {
    var station = "Zugspitze-02"
    var temperature = -4.25
    var pressure = 714.0
    var humidity = 0.81
    var wind = 12.5
    var gust: Double? = 19.75
}

/// Items for the measurements, made without looking anything up.
protocol Sample: Codable & Sendable {
    static func sample(size: Int) -> Self
}

extension [UInt8]: Sample {
    static func sample(size: Int) -> [UInt8] { [UInt8](repeating: 7, count: size) }
}

extension String: Sample {
    static func sample(size: Int) -> String { String(repeating: "a", count: size) }
}

extension Reading: Sample {
    static func sample(size: Int) -> Reading { Reading() }
}

/// Sends the same item again and again.
final class FloodSource<Item: Sample>: Node {
    @Parameter var items = 1
    @Parameter var size = 64
    @Parameter var batch = 1
    let out = Output<Item>()

    override func run() throws {
        let item = Item.sample(size: size)
        if batch == 1 {
            for _ in 0..<items { try out.send(item) }
        } else {
            let list = [Item](repeating: item, count: batch)
            for _ in 0..<items / batch { try out.send(contentsOf: list) }
        }
    }
}

/// Receives everything, and sends on how many seconds lay between the first and the last item.
final class FloodSink<Item: Sample>: Node {
    let inp = Input<Item>()
    let seconds = Output<Double>()

    override func run() throws {
        var started: MonotonicTime?
        while try inp.next() != nil { started = started ?? .now }
        try seconds.send(MonotonicTime.now.seconds(since: started ?? .now))
    }
}

/// Sends an item, waits for its return, and sends on the median time in microseconds.
final class Asker<Item: Sample>: Node {
    @Parameter var trips = 1
    @Parameter var size = 64
    @Parameter var processor = 0
    let out = Output<Item>()
    let inp = Input<Item>()
    let microseconds = Output<Double>()

    override func run() throws {
        _ = OwnProcess.pin(toProcessor: Int32(processor))
        let item = Item.sample(size: size)
        var times: [Double] = []
        times.reserveCapacity(trips)
        for _ in 0..<trips {
            let start = MonotonicTime.now
            try out.send(item)
            _ = try inp.receive()
            times.append(MonotonicTime.now.seconds(since: start) * 1e6)
        }
        try microseconds.send(median(times))
    }
}

/// Sends back what comes.
final class Echo<Item: Sample>: Node {
    @Parameter var processor = 0
    let inp = Input<Item>()
    let out = Output<Item>()

    override func run() throws {
        _ = OwnProcess.pin(toProcessor: Int32(processor))
        while let item = try inp.next() { try out.send(item) }
    }
}
