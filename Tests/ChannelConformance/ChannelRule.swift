import MaizeCore
import MaizeWire

/// One thing that every channel owes its nodes, whatever it is made of.
///
///     @Test(arguments: ChannelRule.all)
///     func `a channel in memory keeps the contract`(rule: ChannelRule) throws {
///         try rule.check { try MemoryPair.make(capacity: $0) }
///     }
package struct ChannelRule: Sendable, CustomStringConvertible {
    /// Makes a fresh channel of a capacity.
    package typealias Make = (_ capacity: Int) throws -> ChannelPair

    /// What is not as it has to be.
    package struct Broken: Error, CustomStringConvertible {
        package let description: String
    }

    /// What holds, as a sentence.
    package let description: String
    private let body: @Sendable (Make) throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (Make) throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Tries whether channels that `make` makes hold to it.
    ///
    /// That is on a thread of its own, since the ends of channels wait.
    package func check(_ make: @escaping Make) throws { try Partner { [body] in try body(make) }.value() }

    /// Every rule of the contract.
    package static let all = order + room + ends + departures + waits + limitedWaits
}

/// Throws unless `isSo`.
func demand(_ isSo: Bool, _ what: @autoclosure () -> String) throws {
    if !isSo { throw ChannelRule.Broken(description: what()) }
}

/// Throws unless both are the same.
func demand<Value: Equatable>(_ found: Value, is expected: Value, _ what: @autoclosure () -> String) throws {
    try demand(found == expected, "\(what()): \(found) instead of \(expected)")
}

/// Throws unless `body` throws this error.
func demand<Failure: Error & Equatable>(
    _ expected: Failure,
    _ what: @autoclosure () -> String,
    from body: () throws -> Void
) throws {
    do {
        try body()
    } catch let error as Failure where error == expected {
        return
    } catch {
        throw ChannelRule.Broken(description: "\(what()): threw \(error) instead of \(expected)")
    }
    throw ChannelRule.Broken(description: "\(what()): threw nothing instead of \(expected)")
}

extension ChannelPair {
    /// The next item that comes at `receiver`.
    static func next<Item: Decodable>(from receiver: any ItemReceiver) throws -> Item? {
        guard let payload = try receiver.nextPayload() else { return nil }
        defer { receiver.removePayload() }
        return try ItemDecoder().decode(Item.self, from: payload)
    }
}
