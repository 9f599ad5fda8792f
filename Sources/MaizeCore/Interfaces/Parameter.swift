internal import MaizeWire

/// A value that a component is given before the run.
///
///     @Parameter var delay = 1.0                 // has a default
///     @Parameter var title: String               // required
///     @Parameter(help: "cut here") var limit: Int?   // optional
///     @Parameter var table: File                 // a file that must be there, from where the program was started
///     @Parameter(isPath: true) var path: String  // a path
///
/// `delay` is the value; `$delay` is the parameter itself, to be mapped.
@propertyWrapper
public final class Parameter<Value: Codable & Sendable>: AnyParameter {
    private var storage: Value?
    private let rules: RuleList<Value>
    /// How targets get the value whose own are made of it.
    private var conversions: [ObjectIdentifier: (Value, Interface) throws -> Void] = [:]

    /// A parameter with a default.
    ///
    /// - Parameters:
    ///   - wrappedValue: The default.
    ///   - name: The name in files and options, if it differs from the property's.
    ///   - isPath: The value is a path (`String`, `String?`) or a list of paths (`[String]`): a relative one is taken
    ///     from the folder in which the program was started, not from the node's own. A `File` is one anyway.
    ///   - mustExist: There must be a file or a folder before the run. Unless given, true for `File`, `File?`, `[File]`
    ///     and `[String: File]`, and false for others.
    ///   - rule: What the value must be; several with commas between.
    ///   - help: One line for people.
    ///   - secret: The value is never shown.
    public convenience init(
        wrappedValue: Value,
        name: String? = nil,
        isPath: Bool = false,
        mustExist: Bool? = nil,
        rule: Rule<Value>...,
        help: String = "",
        secret: Bool = false
    ) {
        self.init(
            wrappedValue,
            name,
            isPath ? .all : .none,
            mustExist,
            RuleList(rules: rule),
            help: help,
            secret: secret
        )
    }

    /// A required parameter, or an optional one if `Value` is an `Optional`.
    ///
    /// - Parameters:
    ///   - name: The name in files and options, if it differs from the property's.
    ///   - isPath: The value is a path (`String`, `String?`) or a list of paths (`[String]`): a relative one is taken
    ///     from the folder in which the program was started, not from the node's own. A `File` is one anyway.
    ///   - mustExist: There must be a file or a folder before the run. Unless given, true for `File`, `File?`, `[File]`
    ///     and `[String: File]`, and false for others.
    ///   - help: One line for people.
    ///   - secret: The value is never shown.
    public convenience init(
        name: String? = nil,
        isPath: Bool = false,
        mustExist: Bool? = nil,
        help: String = "",
        secret: Bool = false
    ) {
        self.init(nil, name, isPath ? .all : .none, mustExist, RuleList(rules: []), help: help, secret: secret)
    }

    /// A required parameter, or an optional one, whose value must keep rules.
    ///
    /// - Parameters:
    ///   - name: The name in files and options, if it differs from the property's.
    ///   - isPath: The value is a path, as above.
    ///   - mustExist: There must be a file or a folder before the run, as above.
    ///   - rule: What the value must be.
    ///   - more: More of that.
    ///   - help: One line for people.
    ///   - secret: The value is never shown.
    public convenience init(
        name: String? = nil,
        isPath: Bool = false,
        mustExist: Bool? = nil,
        rule: Rule<Value>,
        _ more: Rule<Value>...,
        help: String = "",
        secret: Bool = false
    ) {
        self.init(
            nil,
            name,
            isPath ? .all : .none,
            mustExist,
            RuleList(rules: [rule] + more),
            help: help,
            secret: secret
        )
    }

    /// A parameter that names a program: `pathRule` says which parts of its value are paths.
    package convenience init(name: String? = nil, pathRule: PathRule, help: String = "") {
        self.init(nil, name, pathRule, nil, RuleList(rules: []), help: help, secret: false)
    }

    init(
        _ value: Value?,
        _ name: String?,
        _ pathRule: PathRule,
        _ mustExist: Bool?,
        _ rules: RuleList<Value>,
        help: String,
        secret: Bool
    ) {
        self.rules = rules
        let holdsFiles = PathRule.holdsFiles(Value.self)
        super.init(
            outerName: name,
            help: help,
            isOptional: isNilLiteralType(Value.self),
            isSecret: secret,
            pathRule: holdsFiles || mustExist == true ? .all : pathRule,
            mustExist: mustExist ?? holdsFiles
        )
        storage = value ?? nilValue(of: Value.self)
        hasDefault = value.map { !isNil($0) } ?? false
    }

    /// The value.
    ///
    /// Reading a required parameter before it has one ends the program: a checked workflow never does.
    public var wrappedValue: Value {
        get {
            noteRead()
            guard let storage else {
                if let value = owner?.valueBeingSet as? Value { return value }
                preconditionFailure("parameter '\(location)' is required and was read before it was set")
            }
            return storage
        }
        set {
            storage = newValue
            // Over a default nil is a value like any other.
            isSet = hasDefault || !isNil(newValue)
        }
    }

    /// The parameter itself.
    public var projectedValue: Parameter<Value> { self }

    /// The value, or nil when there is none yet.
    public var value: Value? { storage }

    override package var valueType: any (Codable & Sendable).Type { Value.self }

    override package func encodedValue() throws -> [UInt8]? {
        try storage.flatMap { isNil($0) && !hasDefault ? nil : try ItemCoder.encodeItem($0) }
    }

    override package func setEncoded(_ bytes: [UInt8]) throws {
        wrappedValue = try ItemCoder.decodeItem(Value.self, from: bytes)
    }

    override package func setValue(from source: any ValueSource) throws {
        try setKeepingRules(source.value(as: Value.self))
    }

    private func setKeepingRules(_ value: Value) throws {
        if let problem = rules.problem(with: value, isSecret: isSecret) {
            throw WorkflowError(.value, "the value \(problem)")
        }
        wrappedValue = value
    }

    override package var ruleProblem: String? {
        guard hasValue, let storage else { return nil }
        return rules.problem(with: storage, isSecret: isSecret)
    }
    override package var ruleWords: [String] { rules.words }
    var ruleList: RuleList<Value> { rules }

    /// Lets the parameter drive `target`.
    func drive(_ target: Interface) {
        target.noteMapped()
        targets.append(target)
        // A value is the same secret at both ends.
        guard let parameter = target as? AnyParameter, isSecret || parameter.isSecret else { return }
        (isSecret, parameter.isSecret) = (true, true)
    }

    /// Lets the parameter drive `target`, whose value is made of this one's.
    func drive<Inner: Codable & Sendable>(_ target: Interface, _ conversion: @escaping (Value) throws -> Inner) {
        drive(target)
        conversions[ObjectIdentifier(target)] = { [unowned self] value, target in
            try target.take(conversion(value), from: self)
        }
    }

    override func drive(_ target: Interface, insteadOf old: Interface) {
        guard let place = targets.firstIndex(where: { $0 === old }) else { return }
        targets[place] = target
        target.noteMapped()
        conversions[ObjectIdentifier(target)] = conversions.removeValue(forKey: ObjectIdentifier(old))
    }

    override package var hasConversions: Bool { !conversions.isEmpty }

    override package func copyValue(to target: Interface) throws {
        guard let storage else { return }
        guard let convert = conversions[ObjectIdentifier(target)] else { return try target.take(storage, from: self) }
        do {
            try convert(storage, target)
        } catch {
            let shown = isSecret ? "(secret)" : ParameterText.text(of: storage)
            throw WorkflowError(.value, "no value for '\(target.location)' can be made of \(shown): \(error)")
        }
    }

    override package func adoptDefault(of target: AnyParameter) {
        guard !isSet, conversions[ObjectIdentifier(target)] == nil,
            let value = (target as? Parameter<Value>)?.storage, !isNil(value)
        else { return }
        storage = value
        hasDefault = true
    }

    override package func makePathsAbsolute(from folder: String) {
        guard hasValue, let storage, let absolute = pathRule.absolute(storage, from: folder) else { return }
        wrappedValue = absolute
    }

    override package var pathProblem: String? { storage.flatMap { pathRule.problem(with: $0) } }

    override package var neededFiles: [String] {
        guard mustExist, hasValue, let storage else { return [] }
        return pathRule.paths(in: storage)
    }

    override package var texts: [String] {
        guard let storage, !isNil(storage) else { return [] }
        return ParameterWords.leaves(of: storage)
    }

    override package var valueText: String? {
        guard let storage, !isNil(storage) else { return nil }
        return isSecret ? "(secret)" : ParameterWords.text(of: storage)
    }
}
