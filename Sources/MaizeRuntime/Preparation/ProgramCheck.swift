internal import MaizeCore
internal import MaizeSystem

/// Looks for the programs that nodes of one type start, and says all at once what is missing.
struct ProgramCheck {
    let type: Node.Type
    let nodes: [Node]
    let settings: NodeSettings
    /// Whether the configuration says something about the type already.
    let hasTable: Bool
    /// The file that missing settings are to be added to.
    let file: String
    let environment: [String]

    /// Who needs a program, for the start of a message.
    private struct Need {
        let subject: String
        let severity: Diagnostic.Severity
        let path: String

        init(_ subject: String, _ nodes: [Node], joining word: String) {
            // Where a failure is tolerated, so is its reason.
            let strict = nodes.filter { $0 is any Indispensable || !$0.toleratesFailures }
            severity = strict.isEmpty ? .warning : .error
            let paths = (strict.isEmpty ? nodes : strict).filter { !$0.repeatsAnother }.map(\.componentPath.description)
            path = paths.first ?? ""
            let shown = paths.dropFirst().prefix(5).joined(separator: ", ")
            let more = paths.count > 6 ? " and \(paths.count - 6) more" : ""
            self.subject = subject + (shown.isEmpty ? "" : " (also \(word)\(shown)\(more))")
        }

        func finding(_ message: String) -> Diagnostic {
            Diagnostic(severity, path: path, "\(subject) needs \(message)")
        }
    }

    /// A finding for all that is missing for the type, and one for each program that only some of its nodes start.
    var findings: [Diagnostic] {
        var found = findings(of: type.requiredPrograms, Need("type \(type.typeName)", nodes, joining: "of "))
        var choices: [String: [Node]] = [:]
        for node in nodes {
            for program in (node as? any ProgramChoosing)?.chosenPrograms ?? []
            where !type.requiredPrograms.contains(program) {
                choices[program, default: []].append(node)
            }
        }
        for (program, nodes) in choices.sorted(by: { $0.key < $1.key }) {
            found += findings(of: [program], Need("this node", nodes, joining: ""))
        }
        return found
    }

    private func findings(of programs: [String], _ need: Need) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var missing: [ProgramNotFound] = []
        for program in programs {
            let isSet = settings.words(for: program) != nil
            do {
                _ = try ProgramTable(settings.programs).words(toStart: program, environment: environment)
                guard let script = settings.scripts[program]?.location, !Executable.exists(script) else { continue }
                found.append(wrong(program, "there is no script '\(script)'", need))
            } catch let error as ProgramNotFound where !isSet {
                missing.append(error)
            } catch {
                found.append(wrong(program, "\(error)", need))
            }
        }
        return found + (missing.isEmpty ? [] : [finding(of: missing, need)])
    }

    /// A program that is set, but not to one.
    private func wrong(_ program: String, _ problem: String, _ need: Need) -> Diagnostic {
        let place = settings.origin(ofProgram: program) ?? "the workflow's settings"
        return need.finding("the program '\(program)', which is set in \(place): \(problem)")
    }

    private func finding(of missing: [ProgramNotFound], _ need: Need) -> Diagnostic {
        let names = missing.map { "'\($0.name)'" + ($0.refused.map { " (\($0))" } ?? "") }.joined(separator: ", ")
        let (programs, were, them) = missing.count == 1 ? ("program", "was", "it") : ("programs", "were", "them")
        var finding = need.finding(
            "the \(programs) \(names), which \(were) not found; install \(them), or add to \(file)"
                + (hasTable ? ", where it says [\(table)]:" : ":")
        )
        finding.notes =
            (hasTable ? [] : ["[\(table)]"])
            + missing.map { "commands.\(ProgramCheck.key($0.name)) = \"/path/to/\($0.name)\"" }
            + ["(looked in PATH: \(missing[0].searched))"]
        return finding
    }

    private var table: String { ProgramCheck.key(type.typeName) }

    /// A name as TOML takes it for a key.
    private static func key(_ name: String) -> String {
        let isBare =
            !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
        return isBare ? name : name.debugDescription
    }
}
