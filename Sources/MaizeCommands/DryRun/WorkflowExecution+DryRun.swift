internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem

extension WorkflowExecution {
    /// Tells what a run would be, and ends the process with the status with which the run would not start.
    func forecastAndExit(_ arguments: CommonOptions) -> Never {
        do {
            let (plan, findings, preparations) = try flow.planned()
            for warning in findings { Console.say(finding(warning).description) }
            let forecast = RunForecast(
                plan,
                of: flow,
                preparations: preparations,
                scratch: arguments.scratch,
                limits: .current
            )
            if arguments.json { Console.show(json: [forecast]) } else { Console.show(forecast.lines) }
            Console.end(forecast.status)
        } catch {
            for found in error.diagnostics { Console.say(finding(found).description) }
            if error.diagnostics.isEmpty { Console.say("error: \(error.message)") }
            Console.end(error.exitCode)
        }
    }
}
