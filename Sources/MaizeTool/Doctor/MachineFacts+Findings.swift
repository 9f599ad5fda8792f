internal import MaizeCommands
internal import MaizeCore
internal import MaizeSystem

/// What the facts mean for runs.
extension MachineFacts {
    var findings: [DoctorFinding] {
        [
            .ok("version", "\(ProjectVersion.line), \(system), processors: \(processors)"),
            .ok("Swift", swiftLibrary.map { "libraries of \($0)" } ?? "its libraries are inside the command"),
            descriptorFinding, processFinding, pipeFinding, memoryFinding, groupFinding, scratchFinding,
            crashFinding, trialFinding,
        ].compactMap(\.self) + programFindings
    }

    /// Nodes of a chain for which the descriptors of one process do: about two each, and some for the run.
    private var possibleNodes: Int { max(0, (limits.descriptors - 40) / 2) }

    private var descriptorFinding: DoctorFinding {
        let text = "\(limits.descriptors) for a process (\(softDescriptors) at first): some \(possibleNodes) nodes"
        let advice = "raise the hard limit: `ulimit -Hn 65536`, or LimitNOFILE= of the service"
        if possibleNodes < 2 { return .problem("descriptors", text, advice) }
        return possibleNodes < 100 ? .warning("descriptors", text, advice) : .ok("descriptors", text)
    }

    private var processFinding: DoctorFinding {
        guard let processes = limits.processes else { return .ok("processes", "no limit") }
        let text = "\(processes) more: one for each node, and two for the run"
        let advice = "raise the limit: `ulimit -u`, pids.max of the control group, --pids-limit of the container"
        if processes < 4 { return .problem("processes", text, advice) }
        return processes < 102 ? .warning("processes", text, advice) : .ok("processes", text)
    }

    private var pipeFinding: DoctorFinding {
        guard let full = pipes.fullPipes else { return .ok("pipes", "no limit for this user") }
        let text = "\(full) of full size: some \(full / 3) channels; those beyond are slower"
        let advice = "raise /proc/sys/fs/pipe-user-pages-soft (now \(pipes.softPages ?? 0) pages)"
        return full < 150 ? .warning("pipes", text, advice) : .ok("pipes", text)
    }

    private var memoryFinding: DoctorFinding? {
        guard let free = limits.memory else { return nil }
        let text = ByteText.text(of: free) + " free" + (memory.map { " of \(ByteText.text(of: $0.total))" } ?? "")
        return free < 256 << 20
            ? .warning("memory", text, "each node takes some 2 MiB, and what it holds") : .ok("memory", text)
    }

    private var groupFinding: DoctorFinding? {
        let limits = [
            group.memory.map { "memory \(ByteText.text(of: $0))" }, group.processes.map { "processes \($0)" },
            group.processors.map { "processors \($0)" },
        ].compactMap(\.self)
        return limits.isEmpty ? nil : .ok("control group", limits.joined(separator: ", "))
    }

    private var scratchFinding: DoctorFinding {
        switch scratch {
        case .unusable(let reason):
            return .problem("scratch", "\(scratchFolder): \(reason)", "name another folder: --scratch DIR, or TMPDIR")
        case .usable(let facts):
            let copies =
                facts.sharesBlocks
                ? "copies share blocks"
                : facts.linksFiles ? "links, but copies take space" : "neither links nor shared blocks"
            let text =
                "\(scratchFolder): \(ByteText.text(of: facts.free)) free of \(ByteText.text(of: facts.total)), \(copies)"
            let isFull = facts.free < 1 << 30 || facts.freeFiles.map { $0 < 10_000 } ?? false
            return isFull
                ? .warning("scratch", text, "make room, or name another folder: --scratch DIR, or TMPDIR")
                : .ok("scratch", text)
        }
    }

    private var crashFinding: DoctorFinding {
        tellsOfCrashes
            ? .ok("crashes", "are told with file and line")
            : .warning(
                "crashes",
                "of a release build are told without file and line",
                "put Swift's toolchain on the path: its swift-backtrace writes the account"
            )
    }

    private var trialFinding: DoctorFinding {
        switch trial {
        case .completed(let seconds):
            .ok("a run", "of two nodes took \(Int((seconds * 1000).rounded())) ms")
        case .failed(let reason):
            .problem(
                "a run",
                "of two nodes failed: " + reason.split(separator: "\n").joined(separator: "; "),
                "mend what is told above; in a container, /proc has to be there"
            )
        }
    }

    private var programFindings: [DoctorFinding] {
        OptionalProgram.all.map { program in
            guard let path = programs[program.name] else {
                let advice = "if you need that, install \(program.source ?? "it"), or add the program's folder to PATH"
                return .absent(program.name, program.use, advice)
            }
            return program == .swift
                ? toolchainFinding(path) : .ok(program.name, "\(path) \(program.use)")
        }
    }

    /// Whether the toolchain can build packages with nodes.
    private func toolchainFinding(_ path: String) -> DoctorFinding {
        let use = OptionalProgram.swift.use
        let advice = "install Swift \(ToolchainVersion.needed) or later from https://www.swift.org/install/linux/"
        guard let version = toolchain else {
            return .warning("swift", "\(path) \(use), but does not tell its version", advice)
        }
        return version < .needed
            ? .warning("swift", "\(path) is of version \(version); packages need \(ToolchainVersion.needed)", advice)
            : .ok("swift", "\(path), version \(version), \(use)")
    }
}
