internal import MaizeCore
internal import MaizeDocuments
internal import MaizeWire

/// The schemas of nodes, channels, ports and parameters of a graph.
enum GraphSchema {
    private typealias Part = SchemaValue

    /// The keys that a workflow and a graph in it have alike.
    static let parts: [(key: String, value: DocumentValue)] = [
        ("nodes", Part.reference("nodes").described("The nodes: a list, or names with what they are.")),
        (
            "channels",
            Part.object(["type": Part.text("array"), "items": Part.reference("channel")]).orNull
                .described("What flows where: \"read.out -> split.inp\".")
        ),
        ("parameters", Part.reference("parameters").orNull.described("Parameters, and what they drive.")),
        (
            "ports",
            Part.object(["type": Part.text("object"), "additionalProperties": Part.reference("place")]).orNull
                .described("Ports of the graph, and the inner ones that they stand for.")
        ),
    ]

    static let include = Part.any(
        of: Part.type("string"),
        Part.object(["type": Part.text("array"), "items": Part.type("string")])
    )

    static let graphs = Part.object([
        "type": Part.text("object"),
        "additionalProperties": Part.any(
            of: Part.type("string").described("Another workflow file below this one's folder."),
            Part.reference("graph")
        ),
    ])

    static var level: DocumentValue {
        let names = LogLevel.allCases.map { "\($0)" }
        return Part.object([
            "enum": Part.list(
                (names + names.map { $0.uppercased() }).map(Part.text)
                    + LogLevel.allCases.map { Part.number($0.rawValue) }
            )
        ])
    }

    static func definitions(_ nodes: [NodeSchema]) -> [(key: String, value: DocumentValue)] {
        [
            ("name", name),
            ("graph", Part.closed([("description", Part.type("string", "null"))] + parts, required: ["nodes"])),
            ("nodes", nodeList), ("node", node(nodes)), ("namelessNode", nodeWithoutName),
            ("type", type(nodes)), ("knownType", knownType(nodes)), ("nodesOfKnownTypes", nodesOfKnownTypes),
            ("place", place), ("path", path), ("channel", channel), ("parameters", parameters),
            ("targets", targets), ("parameter", parameter(hasName: true)),
            ("namelessParameter", parameter(hasName: false)),
        ]
    }

    // MARK: Nodes

    private static let name = Part.object([
        "type": Part.text("string"), "pattern": Part.text("^[A-Za-z_][A-Za-z0-9_.-]{0,63}$"),
    ])

    private static let nodeList = Part.any(
        of: Part.object(["type": Part.text("array"), "minItems": Part.number(1), "items": Part.reference("node")]),
        Part.object([
            "type": Part.text("object"), "minProperties": Part.number(1), "propertyNames": Part.reference("name"),
            "additionalProperties": Part.any(of: Part.reference("type"), Part.reference("namelessNode")),
        ])
    )

    private static let nodeWithoutName = Part.reference("node").adding([
        ("not", Part.object(["required": Part.texts(["name"])]))
    ])

    private static func node(_ nodes: [NodeSchema]) -> DocumentValue {
        let count = Part.object(["type": Part.text("integer"), "minimum": Part.number(1)]).orNull
        let loops = Part.object(["type": Part.text("integer"), "minimum": Part.number(-1)]).orNull
        let states = SourceFile.maizeStatuses
        let schema = Part.closed(
            [
                ("name", Part.reference("name").orNull.described("Unless given, the type's name in lower case.")),
                ("type", Part.reference("type").described("What the node is.")),
                ("description", Part.type("string", "null").described("What the node is for.")),
                (
                    "parameters",
                    Part.type("object", "null").described("Values of parameters, and of inputs without a channel.")
                ),
                ("fail_ok", Part.type("boolean", "null").described("A failure of the node does not fail the run.")),
                ("n_attempts", count.described("Calls until one does not fail.")),
                ("loop", Part.type("boolean", "null").described("Whether it is called again and again.")),
                ("max_loops", loops.described("Calls at most, for a node that loops; -1: no limit.")),
                ("level", level.orNull.described("The least level of its records.")),
                ("active", Part.type("boolean", "null").described("A node that is not active is not started.")),
                (
                    "status",
                    Part.object(["enum": Part.texts(states)]).orNull.described("As maize writes it; not looked at.")
                ),
            ],
            required: ["type"]
        )
        let cases = nodes.map { node in
            Part.object([
                "if": Part.object([
                    "properties": Part.object(["type": Part.object(["pattern": Part.text(node.pattern)])])
                ]),
                "then": Part.object([
                    "properties": Part.object(["parameters": Part.reference(node.definition).orNull])
                ]),
            ])
        }
        return schema.adding([("allOf", Part.list(cases))])
    }

    /// Any name, since the file may have graphs; those that are known are offered with what they are for.
    private static func type(_ nodes: [NodeSchema]) -> DocumentValue {
        let known = nodes.map { node in
            Part.object(["const": Part.text(node.name)]).described(node.summary)
        }
        return Part.any(of: known + [Part.type("string")])
    }

    private static func knownType(_ nodes: [NodeSchema]) -> DocumentValue {
        let patterns = nodes.map { Part.object(["pattern": Part.text($0.pattern)]) }
        let parallel = Part.object(["pattern": Part.text("^Parallel<.*>$")])
        return Part.object(["type": Part.text("string"), "anyOf": Part.list(patterns + [parallel])])
    }

    private static var nodesOfKnownTypes: DocumentValue {
        let known = Part.object(["properties": Part.object(["type": Part.reference("knownType")])])
        return Part.object([
            "items": known,
            "additionalProperties": Part.any(
                of: Part.reference("knownType"),
                known.adding([("type", Part.text("object"))])
            ),
        ])
    }

    // MARK: Channels and parameters

    /// `{node: port}`, `{graph: {node: port}}`.
    private static let path = Part.object([
        "type": Part.text("object"), "minProperties": Part.number(1), "maxProperties": Part.number(1),
        "additionalProperties": Part.any(of: Part.type("string"), Part.reference("path")),
    ])

    private static let place = Part.any(
        of: Part.object(["type": Part.text("string"), "pattern": Part.text("^[^./]+([./][^./]+)*$")]),
        Part.reference("path")
    )

    private static var channel: DocumentValue {
        let size = Part.object([
            "type": Part.text("integer"), "minimum": Part.number(1), "maximum": Part.number(Channel.maximumCapacity),
        ])
        let long = Part.closed([
            ("from", Part.reference("place").orNull), ("to", Part.reference("place").orNull),
            ("sending", Part.reference("place").orNull), ("receiving", Part.reference("place").orNull),
            ("size", size.orNull.described("Items that may be under way.")),
            (
                "mode",
                Part.object(["enum": Part.texts(["copy", "link", "move"])]).orNull.described("How files travel.")
            ),
        ])
        let ends = [("from", "to"), ("sending", "receiving"), ("from", "receiving"), ("sending", "to")].map {
            Part.object(["required": Part.texts([$0, $1])])
        }
        return Part.any(
            of: Part.object(["type": Part.text("string"), "pattern": Part.text("\\S\\s*->\\s*\\S")]),
            long.adding([("anyOf", Part.list(ends))])
        )
    }

    private static let targets = Part.any(
        of: Part.reference("place"),
        Part.object(["type": Part.text("array"), "minItems": Part.number(1), "items": Part.reference("place")])
    )

    private static let parameters = Part.any(
        of: Part.object(["type": Part.text("array"), "items": Part.reference("parameter")]),
        Part.object([
            "type": Part.text("object"),
            "additionalProperties": Part.object([
                "if": Part.object(["type": Part.text("object"), "required": Part.texts(["map"])]),
                "then": Part.reference("namelessParameter"),
                "else": Part.reference("targets"),
            ]),
        ])
    )

    private static func parameter(hasName: Bool) -> DocumentValue {
        Part.closed(
            (hasName ? [("name", Part.reference("name"))] : []) + [
                ("map", Part.reference("targets").described("What it drives.")),
                ("value", Part.anything.described("Its value, unless one is given.")),
                ("optional", Part.type("boolean", "null").described("Whether it may stay without a value.")),
            ],
            required: (hasName ? ["name"] : []) + ["map"]
        )
    }
}
