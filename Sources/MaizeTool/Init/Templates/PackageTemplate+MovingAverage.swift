extension PackageTemplate {
    /// The node that makes something of what it receives.
    var movingAverage: String {
        """
        import Maize

        /// Sends the average of the last readings, as soon as there are enough of them.
        public final class MovingAverage: Node {
            @Parameter(rule: .atLeast(1), help: "how many readings an average is of") public var window = 2
            public let inp = Input<Double>()
            public let out = Output<Double>()

            override public class var summary: String { "Sends the average of the last readings." }

            override public func run() throws {
                var last: [Double] = []
                while let reading = try inp.next() {
                    last.append(reading)
                    if last.count < window { continue }
                    try out.send(last.reduce(0, +) / Double(window))
                    last.removeFirst()
                }
            }
        }

        """
    }
}
