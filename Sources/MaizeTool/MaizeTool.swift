internal import MaizeCommands
public import MaizeCore

/// The command `maize-swift`.
///
///     import MaizeTool
///
///     MaizeTool.main()
public enum MaizeTool {
    /// Does what the process's command line asks for, and ends the process.
    ///
    /// - Parameter nodes: Types of nodes and graphs that workflow files may name beside the standard ones.
    public static func main(nodes: [Component.Type] = []) {
        let handover = CommandHandover.current ?? CommandHandover.left(to: nodes)
        let package: PackageOptions
        do throws(PackageOptions.Misuse) {
            package = try PackageOptions(handover?.words ?? Array(CommandLine.arguments.dropFirst()))
        } catch {
            Console.end(ExitStatus.usage, "error: \(error.message)")
        }
        CommandHandover.$current.withValue(handover) {
            PackageOptions.$current.withValue(package) {
                if let path = package.path { UserPackage(path: path).becomeCommand() }
                FlowSource.$ownTypes.withValue(nodes) { RootCommand.start(package.otherWords) }
            }
        }
    }
}

/// Called by a program that is to be the command: CMaizeSystem finds it by its name, if it is linked.
@c(maize_command_entry)
public func maizeCommandEntry() { MaizeTool.main(nodes: CommandHandover.current?.nodes ?? []) }
