import Glibc
import MaizeCommands
import MaizeLogging

/// A program whose nodes use a library that logs with swift-log; `SAY` names what the library has to say.
@main
struct LoggingNodes: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("logging")
        switch getenv("SAY").map({ String(cString: $0) }) {
        case "all levels": try flow.add(SayingEverything.self, name: "everything")
        case "on threads": try flow.add(SayingOnThreads.self, name: "threads")
        case "the end":
            try flow.add(SayingTheEnd.self, name: "last")
            try flow.add(Ending.self)
        case "much": try flow.add(SayingMuch.self, name: "much")
        default: try flow.add(SayingForLong.self, name: "long")
        }
        return flow
    }
}
