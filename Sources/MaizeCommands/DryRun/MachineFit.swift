internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem

/// What a run needs beside what the machine gives.
struct MachineFit: Encodable {
    struct Row: Encodable {
        let what: String
        let needed: Int
        /// Nil for no limit.
        let limit: Int?
        /// What to do where the limit is too low.
        let problem: String?
        let isInBytes: Bool

        private enum CodingKeys: String, CodingKey { case what, needed, limit, problem }
    }

    let rows: [Row]
    /// Whether the run could not even start.
    let isImpossible: Bool

    init(_ needs: RunNeeds, _ limits: MachineLimits) {
        var rows: [Row] = []
        func add(_ what: String, _ needed: Int, _ limit: Int?, isInBytes: Bool = false, _ advice: String) {
            let isShort = limit.map { $0 < needed } ?? false
            rows.append(
                Row(what: what, needed: needed, limit: limit, problem: isShort ? advice : nil, isInBytes: isInBytes)
            )
        }
        add(
            "descriptors",
            needs.descriptors,
            limits.descriptors,
            "raise the limit with `ulimit -Hn \(needs.descriptors)`"
        )
        add(
            "processes",
            needs.processes,
            limits.processes,
            "raise the limit with `ulimit -u`, or that of the container"
        )
        add(
            "pipes",
            needs.pipes,
            limits.pipes,
            "pipes beyond the limit are small: streams are slower (pipe-user-pages-soft)"
        )
        add(
            "memory",
            needs.memory,
            limits.memory,
            isInBytes: true,
            "this is what the processes take before they hold data"
        )
        self.rows = rows
        isImpossible = limits.descriptors < needs.descriptors || limits.processes.map { $0 < needs.processes } ?? false
    }

    func encode(to encoder: any Encoder) throws { try rows.encode(to: encoder) }
}
