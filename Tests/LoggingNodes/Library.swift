import Logging

/// Stands for somebody else's code, which knows nothing of nodes.
struct Library: Sendable {
    struct Mishap: Error, CustomStringConvertible {
        let description = "the mixture has curdled"
    }

    let log: Logger

    init() {
        var log = Logger(label: "chem.mixer", metadataProvider: .init { ["from": "provider", "shared": "provider"] })
        log[metadataKey: "own"] = "logger"
        log[metadataKey: "shared"] = "logger"
        self.log = log
    }

    func sayEverything() {
        log.trace("a trace")
        log.debug("a debug")
        log.info("an info")
        log.notice("a notice")
        log.warning("a warning", metadata: ["shared": "call"])
        log.error("an error", error: Mishap())
        log.critical("a critical", metadata: ["list": ["1", "two words"], "table": ["key": "value"]])
        log.info("rough", metadata: ["text": "first\n00:00:00.000 ERROR    write\u{1B}[2K\r| forged"])
        log.info("message\u{1B}[1A\rwith an escape\nand a line")
        var quiet = log
        quiet.logLevel = .error
        quiet.warning("never said")
        var loud = log
        loud.logLevel = .trace
        loud.trace("asked for")
    }
}
