extension PackageTemplate {
    /// The node that sends something.
    var readings: String {
        """
        import Maize

        /// Sends readings, one after the other. Here they are made up; yours come from an instrument or a file.
        public final class Readings: Node {
            @Parameter(rule: .atLeast(0), help: "how many readings are sent") public var count = 8
            public let out = Output<Double>()

            override public class var summary: String { "Sends readings, one after the other." }

            override public func run() throws {
                for number in 0..<count { try out.send(20 + 0.5 * Double(number % 4)) }
            }
        }

        """
    }
}
