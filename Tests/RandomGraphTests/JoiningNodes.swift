import Maize

/// Takes what comes first on any input.
final class Mixer: RecordingNode {
    let inp = MultiInput<Parcel>()

    override func work() throws {
        while let parcel = try nextOfAny(inp) { try emit(parcel) }
    }
}

/// Takes all of the first input, then all of the second, and so on.
final class InTurn: RecordingNode {
    let inp = MultiInput<Parcel>()

    override func work() throws {
        for input in inp {
            while let parcel = try next(input) { try emit(parcel) }
        }
    }
}

/// Takes one parcel of each input that has not ended, again and again.
final class Zipper: RecordingNode {
    let inp = MultiInput<Parcel>()

    override func work() throws {
        var open = Array(inp)
        while !open.isEmpty {
            open = try open.filter { input in
                guard let parcel = try next(input) else { return false }
                try emit(parcel)
                return true
            }
        }
    }
}
