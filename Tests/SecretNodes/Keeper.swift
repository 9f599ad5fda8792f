package import Maize

/// Has a secret, and does not keep it.
package final class Keeper: Node {
    package enum Deed: String, Codable, CaseIterable, Sendable { case keep, measure, tell, fail, crash, wait }
    private struct Refused: Error { let token: String }

    @Parameter(secret: true) package var token = ""
    @Parameter(secret: true) package var spare = ""
    @Parameter(secret: true) package var digits = 0
    @Parameter package var deed = Deed.keep
    let out = Output<Int>(optional: true)

    override package func run() throws {
        switch deed {
        case .keep: return
        case .measure: try out.send(token.utf8.count)
        case .tell:
            print("the token is \(token), the spare one \(spare)")
            logger.warning("it is \(token)\(spare) indeed")
        case .fail: throw Refused(token: token + spare)
        case .crash: fatalError("no way with \(token) and \(spare)")
        case .wait:
            logger.info("waiting")
            while !shutdownRequested { try pause(seconds: 60) }
        }
    }
}
