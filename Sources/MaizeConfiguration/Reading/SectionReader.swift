internal import MaizeCore
internal import MaizeDocuments

/// Reads what a configuration says at one level; what is wrong with it is found and not thrown.
struct SectionReader {
    /// Where relative paths start, and what `~` stands for.
    struct Places {
        let folder: String
        let home: String?

        /// A path of the file, absolute.
        func absolute(_ path: String) -> String {
            if path == "~" || path.hasPrefix("~/"), let home { return home + path.dropFirst() }
            return path.hasPrefix("/") ? path : folder + "/" + path
        }
    }

    let places: Places
    var findings: FindingList

    static let sectionKeys = [
        "scratch", "check_limit", "packages", "environment", "commands", "scripts", "batch", "storage", "types",
    ]
    static let nodeKeys = ["parameters", "commands", "scripts", "modules", "environment", "python"]

    /// Reads a file's top level, or the inside of a profile.
    mutating func section(_ entries: [DocumentValue.Entry]) -> ConfigurationSection {
        var section = ConfigurationSection()
        for entry in entries {
            switch entry.key {
            case "scratch": section.scratch = path(entry)
            case "check_limit": section.checkLimit = seconds(entry)
            case "packages": section.packages = paths(entry)
            case "environment": section.nodes.environment = environment(entry)
            case "commands": section.nodes.commands = commands(entry)
            case "scripts": section.nodes.scripts = scripts(entry)
            case "batch": section.batch = batch(entry)
            case "storage": section.storage = storage(entry)
            case "types":
                for type in self.entries(of: entry, "types") { section.types += [self.type(type)].compactMap(\.self) }
            default:
                guard case .mapping(let entries) = entry.value.content else {
                    let known = SectionReader.sectionKeys + ["profile"]
                    findings.error(
                        entry.position,
                        "unknown key '\(entry.key)'" + findings.suggestion(for: entry.key, among: known)
                            + "; what is set for a type of nodes is a table"
                    )
                    continue
                }
                if let table = SectionReader.misspelt(entry.key, entries) {
                    findings.error(entry.position, "there is no table '\(entry.key)'; did you mean '\(table)'?")
                } else {
                    section.types += [type(entry)].compactMap(\.self)
                }
            }
        }
        return section
    }

    /// The table that somebody meant who wrote `[comands]`; nil where it may well be a type of nodes, which has settings.
    private static func misspelt(_ name: String, _ entries: [DocumentValue.Entry]) -> String? {
        guard name.first?.isLowercase == true, !entries.contains(where: { nodeKeys.contains($0.key) }) else {
            return nil
        }
        return NearestName.nearest(to: name, among: sectionKeys + ["profile"])
    }

    // MARK: Types of nodes

    private mutating func type(_ entry: DocumentValue.Entry) -> ConfigurationSection.TypeSection? {
        let what = "the settings of type \(entry.key)"
        guard let fields = FieldReader(entry.value, what: what, known: SectionReader.nodeKeys, &findings) else {
            return nil
        }
        var nodes = NodeSection()
        for entry in fields.entries {
            switch entry.key {
            case "environment": nodes.environment = environment(entry)
            case "commands": nodes.commands = commands(entry)
            case "scripts": nodes.scripts = scripts(entry)
            case "modules": nodes.modules = modules(entry)
            case "python": nodes.python = path(entry)
            case "parameters":
                for value in entries(of: entry, "parameters") {
                    nodes.parameters[value.key] = Setting(value.value, source(value))
                }
            default: continue
            }
        }
        return .init(name: entry.key, source: source(entry), nodes: nodes)
    }

    private mutating func environment(_ entry: DocumentValue.Entry) -> [String: Setting<String>] {
        var variables: [String: Setting<String>] = [:]
        for variable in entries(of: entry, "environment") {
            // A number or a Boolean is what it is written as.
            guard case .scalar(let text, _) = variable.value.content else {
                findings.error(
                    variable.value.position,
                    "variable '\(variable.key)': a text is expected, not \(variable.value.summary)"
                )
                continue
            }
            variables[variable.key] = Setting(text, source(variable))
        }
        return variables
    }

    // MARK: Programs

    private mutating func commands(_ entry: DocumentValue.Entry) -> [String: Setting<[String]>] {
        var commands: [String: Setting<[String]>] = [:]
        for command in entries(of: entry, "commands") {
            if let words = words(command) { commands[command.key] = Setting(words, source(command)) }
        }
        return commands
    }

    private mutating func scripts(_ entry: DocumentValue.Entry) -> [String: Setting<NodeSettings.Script>] {
        var scripts: [String: Setting<NodeSettings.Script>] = [:]
        for script in entries(of: entry, "scripts") {
            let what = "script '\(script.key)'"
            guard let fields = FieldReader(script.value, what: what, known: ["interpreter", "location"], &findings),
                let location = fields.required("location", &findings)
            else { continue }
            let interpreter = fields.entries.first { $0.key == "interpreter" }.map { words($0) } ?? []
            guard let path = text(location, "location"), let interpreter else { continue }
            scripts[script.key] = Setting(
                .init(interpreter: interpreter, location: places.absolute(path)),
                source(script)
            )
        }
        return scripts
    }

    /// `"path and words"`, or a list of words; a path is absolute afterwards.
    private mutating func words(_ entry: DocumentValue.Entry) -> [String]? {
        var words: [String]
        switch entry.value.content {
        case .list:
            guard let list = decoded(entry, as: [String].self) else { return nil }
            words = list
        default:
            guard let text = text(entry.value, entry.key) else { return nil }
            guard let parts = CommandWords.split(text) else {
                findings.error(entry.value.position, "'\(entry.key)': a quote does not end; write a list of words")
                return nil
            }
            words = parts
        }
        guard let program = words.first, !program.isEmpty, words.allSatisfy({ !$0.utf8.contains(0) }) else {
            findings.error(
                entry.value.position,
                "'\(entry.key)': a program is expected, as \"/opt/bin/program\" or [\"program\", \"--option\"]"
            )
            return nil
        }
        if program.utf8.contains(UInt8(ascii: "/")) { words[0] = places.absolute(program) }
        return words
    }

    private mutating func modules(_ entry: DocumentValue.Entry) -> Setting<[String]>? {
        guard let names = decoded(entry, as: [String].self) else { return nil }
        // The program that loads modules takes options where names stand.
        if let bad = names.first(where: { $0.isEmpty || $0.hasPrefix("-") || $0.utf8.contains(0) }) {
            findings.error(entry.value.position, "'modules': \(bad.debugDescription) is no name of a module")
            return nil
        }
        return Setting(names, source(entry))
    }

    // MARK: Values

    func source(_ entry: DocumentValue.Entry) -> SettingSource {
        SettingSource(file: findings.file, position: entry.position)
    }

    /// The entries of a table; an error where there is something else.
    mutating func entries(of entry: DocumentValue.Entry, _ name: String) -> [DocumentValue.Entry] {
        guard case .mapping(let entries) = entry.value.content else {
            findings.error(entry.value.position, "'\(name)' is a table, not \(entry.value.summary)")
            return []
        }
        return entries
    }

    mutating func decoded<Value: Decodable>(_ entry: DocumentValue.Entry, as type: Value.Type) -> Value? {
        FieldReader.decode(entry.value, as: type, key: entry.key, &findings)
    }

    mutating func text(_ value: DocumentValue, _ key: String) -> String? {
        guard let text = FieldReader.decode(value, as: String.self, key: key, &findings) else { return nil }
        if !text.isEmpty, !text.utf8.contains(0) { return text }
        findings.error(value.position, "'\(key)' is \(text.isEmpty ? "empty" : "a text with a zero byte")")
        return nil
    }

    private mutating func path(_ entry: DocumentValue.Entry) -> Setting<String>? {
        text(entry.value, entry.key).map { Setting(places.absolute($0), source(entry)) }
    }

    private mutating func paths(_ entry: DocumentValue.Entry) -> [Setting<String>] {
        guard case .list(let values) = entry.value.content else {
            findings.error(entry.value.position, "'\(entry.key)' is a list of folders, not \(entry.value.summary)")
            return []
        }
        return values.compactMap { value in
            text(value, entry.key).map {
                Setting(places.absolute($0), SettingSource(file: findings.file, position: value.position))
            }
        }
    }

    /// A length of time in seconds, above 0.
    mutating func seconds(_ entry: DocumentValue.Entry) -> Setting<Double>? {
        guard let seconds = decoded(entry, as: Double.self) else { return nil }
        guard seconds > 0, seconds.isFinite else {
            findings.error(entry.value.position, "'\(entry.key)' is \(seconds); seconds above 0 are needed")
            return nil
        }
        return Setting(seconds, source(entry))
    }
}
