/// What a configuration says of the machine's batch system; nothing looks at it unless jobs are sent there.
package struct BatchSection: Sendable {
    /// `slurm`, for one of `systems`.
    package var system: Setting<String>?
    /// Jobs that may be queued at a time.
    package var maxJobs: Setting<Int>?
    package var queue: Setting<String>?
    package var project: Setting<String>?
    /// What starts processes within a job.
    package var launcher: Setting<String>?
    /// Seconds that a job may take.
    package var walltime: Setting<Double>?
    /// Seconds between two looks at the queue.
    package var pollingInterval: Setting<Double>?

    package init() {}

    package static let systems = ["local", "slurm", "pbs", "pbspro", "lsf", "sge", "flux", "cobalt"]
    package static let defaultMaxJobs = 100
    package static let defaultWalltime = 24.0 * 3600
    package static let defaultPollingInterval = 120.0

    func overlaid(with other: BatchSection) -> BatchSection {
        var result = self
        result.system = other.system ?? system
        result.maxJobs = other.maxJobs ?? maxJobs
        result.queue = other.queue ?? queue
        result.project = other.project ?? project
        result.launcher = other.launcher ?? launcher
        result.walltime = other.walltime ?? walltime
        result.pollingInterval = other.pollingInterval ?? pollingInterval
        return result
    }
}

/// What a configuration says of where results of runs are kept; nothing looks at it unless they are.
package struct StorageSection: Sendable {
    /// A folder, or an address such as `s3://bucket/runs`.
    package var location: Setting<String>?
    /// The address of an object store, where it is not that of its inventor.
    package var endpoint: Setting<String>?
    package var region: Setting<String>?

    package init() {}

    func overlaid(with other: StorageSection) -> StorageSection {
        var result = self
        result.location = other.location ?? location
        result.endpoint = other.endpoint ?? endpoint
        result.region = other.region ?? region
        return result
    }
}
