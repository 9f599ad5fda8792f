extension PackageTemplate {
    /// The program, with a workflow in Swift.
    var program: String {
        """
        import \(name.nodes)
        import MaizeCommands

        @main
        struct Program: WorkflowProgram {
            static func workflow() throws -> Workflow {
                let flow = Workflow("\(name.flow)")
                let readings = try flow.add(Readings.self)
                let average = try flow.add(MovingAverage.self)
                let result = try flow.add(Return<Double>.self)
                try flow.connect(readings.out, to: average.inp)
                try flow.connect(average.out, to: result.inp)
                try flow.map(readings.$count, as: "count")  // becomes --count 20
                try flow.map(average.$window, as: "window")
                return flow
            }
        }

        """
    }
}
