import Maize
import MaizeSystem
import Testing

/// An item with fields.
struct Sample: Codable, Sendable, Hashable {
    struct Origin: Codable, Sendable, Hashable {
        var site: String
        var depth: Double?
    }

    var name: String
    var mass: Int
    var origin = Origin(site: "a", depth: nil)
}

/// A field that nobody wrote down.
struct NameLength: Function1 {
    @Parameter var offset = 0

    func call(_ sample: Sample) throws -> Int {
        if sample.name.isEmpty { throw WorkflowError(.value, "there is no name") }
        return sample.name.utf8.count + offset
    }
}

struct WholeOrigin: Function1 {
    func call(_ sample: Sample) -> Sample.Origin { sample.origin }
}

/// The check's findings for one node, with everything around it that it needs.
func findings<Tested: Node, In, Out>(
    _ type: Tested.Type,
    _ inp: KeyPath<Tested, Input<In>>,
    _ out: KeyPath<Tested, Output<Out>>,
    _ configure: @escaping (Tested) throws -> Void
) throws -> [String] {
    let flow = Workflow("checked")
    let node = try flow.add(type, name: "node", configure: configure)
    let load = try flow.add(LoadData<[In]>.self) { $0.data = [] }
    let scatter = try flow.add(Scatter<In>.self)
    try flow.connect(load.out, to: scatter.inp)
    try flow.connect(scatter.out, to: node[keyPath: inp])
    try flow.connect(node[keyPath: out], to: flow.add(Discard<Out>.self).inp)
    return flow.check().map { "\($0)" }
}

/// The files that a node left in its folder.
func leftovers(in folder: String?) throws -> [String] {
    try folder.map { try Directory.entries(of: $0) } ?? []
}
