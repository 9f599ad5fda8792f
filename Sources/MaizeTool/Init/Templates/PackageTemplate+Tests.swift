extension PackageTemplate {
    /// Tests of a node alone.
    var tests: String {
        """
        import \(name.nodes)
        import MaizeTesting
        import Testing

        @Test func `an average is of as many readings as the window is wide`() throws {
            let result = try NodeRig(MovingAverage.self) { $0.window = 2 }
                .feed(\\.inp, [1, 2, 4])
                .run()
            #expect(result.items(of: \\.out) == [1.5, 3])
        }

        @Test func `fewer readings than the window is wide have no average`() throws {
            let result = try NodeRig(MovingAverage.self) { $0.window = 3 }
                .feed(\\.inp, [1, 2])
                .run()
            #expect(result.items(of: \\.out).isEmpty)
        }

        """
    }
}
