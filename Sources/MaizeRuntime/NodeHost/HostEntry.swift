internal import MaizeSystem
internal import MaizeWire

/// Where a child of a run starts, before its executable's `main`: called from CMaizeSystem's constructor.
///
/// - Parameters:
///   - role: `node` or `logger`.
///   - launchDescriptor: A sealed memory file with the launch message.
@c(maize_host_entry)
public func maizeHostEntry(_ role: UnsafePointer<CChar>, _ launchDescriptor: Int32) {
    let role = String(cString: role)
    // The run-time has read it; a program that a node starts must not crash in our style.
    OwnProcess.unsetEnvironment(BacktraceSettings.variable)
    OwnProcess.ignoreBrokenPipes()
    let launch = Descriptor(owning: launchDescriptor)
    do {
        let bytes = try MemoryFile.contents(of: launch)
        switch role {
        case "node":
            try NodeHost.run(ItemCoder.decodeItem(LaunchMessage.self, from: bytes))
        case "logger":
            try LoggerProcess.run(ItemCoder.decodeItem(LoggerLaunch.self, from: bytes))
        default:
            throw SystemFailure.launch("unknown role '\(role)'")
        }
    } catch {
        let text = "maize: this process was started as a child of a run, but cannot be one: \(error)\n"
        var copy = text
        copy.withUTF8 { bytes in
            let standardError = Descriptor(owning: 2)
            // Nobody is left to tell if even this cannot be written.
            _ = Result { try standardError.writeAll(UnsafeRawBufferPointer(bytes)) }
            _ = standardError.release()
        }
        OwnProcess.endAtOnce(status: 4)
    }
}
