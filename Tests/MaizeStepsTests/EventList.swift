import Maize
import MaizeSystem
import Synchronization

/// Events of a run, in the order in which they came.
final class EventList: Sendable {
    private let events = Mutex<[RunEvent]>([])

    func add(_ event: RunEvent) { events.withLock { $0.append(event) } }
    var all: [RunEvent] { events.withLock { $0 } }
}

extension TestRun {
    /// What runs left in the folder, but the log.
    var keptFolders: [String] {
        ((try? Directory.entries(of: folder)) ?? []).filter { $0 != "log" }  // an unreadable folder holds nothing
    }
}
