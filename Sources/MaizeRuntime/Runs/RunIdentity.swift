internal import MaizeSystem

/// The name of one run, carried by the environment of everything that it starts.
enum RunIdentity {
    static let environmentName = "MAIZE_RUN"

    /// A name that no other run on this machine has.
    static func make() -> String {
        let random = UInt32.random(in: .min ... .max)
        return "\(OwnProcess.identifier)-\(String(random, radix: 36))"
    }

    /// The word that marks what one node of a run started.
    static func nodeWord(_ run: String, path: String) -> String { "MAIZE_NODE=\(run):\(path)" }

    static func environmentWord(_ run: String) -> String { "\(environmentName)=\(run)" }

    /// The environment of a child: what is inherited, this process's unless given, with the run's name and its role.
    static func childEnvironment(
        of inherited: [String] = OwnProcess.environment(),
        run: String,
        role: String,
        path: String,
        launch: Int32
    ) -> [String] {
        let dropped = [environmentName, "MAIZE_NODE", "MAIZE_ROLE", BacktraceSettings.variable]
        let inherited = inherited.filter { word in !dropped.contains { word.hasPrefix($0 + "=") } }
        let own = [environmentWord(run), nodeWord(run, path: path), "MAIZE_ROLE=\(role):\(launch)"]
        return inherited + own + [BacktraceSettings.environmentWord].compactMap(\.self)
    }
}
