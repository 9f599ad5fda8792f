/// A tree over numbered nodes, with node 0 at its root, whose parts can be hung elsewhere.
///
/// Nodes have numbers in the order of a walk from the root, so what is below a node is a range. All is held in arrays of
/// numbers, which are fast without optimisation, too.
struct SpanningTree {
    /// -1 at the root.
    private(set) var parents: [Int]
    /// The edge to the parent, -1 at the root.
    private(set) var parentEdges: [Int]
    /// Nodes in the order of the walk.
    private(set) var order: [Int]
    /// Where in the order a node is, and where what is below it ends.
    private(set) var first: [Int]
    private(set) var last: [Int]
    private var firstChildren: [Int]
    private var nextSiblings: [Int]
    private var previousSiblings: [Int]

    /// Nodes that do not hang together yet.
    init(count: Int) {
        let none = Array(repeating: -1, count: count)
        (parents, parentEdges, firstChildren, nextSiblings, previousSiblings) = (none, none, none, none, none)
        order = Array(0..<count)
        first = Array(repeating: 0, count: count)
        last = first
    }

    func isBelow(_ node: Int, _ top: Int) -> Bool { first[top] <= first[node] && first[node] <= last[top] }

    /// The lowest node that both are below.
    func meeting(_ node: Int, _ other: Int) -> Int {
        var top = node
        while !isBelow(other, top) { top = parents[top] }
        return top
    }

    mutating func attach(_ child: Int, to parent: Int, by edge: Int) {
        parents[child] = parent
        parentEdges[child] = edge
        nextSiblings[child] = firstChildren[parent]
        previousSiblings[child] = -1
        if firstChildren[parent] >= 0 { previousSiblings[firstChildren[parent]] = child }
        firstChildren[parent] = child
    }

    private mutating func detach(_ child: Int) {
        let (previous, next) = (previousSiblings[child], nextSiblings[child])
        if previous >= 0 { nextSiblings[previous] = next } else { firstChildren[parents[child]] = next }
        if next >= 0 { previousSiblings[next] = previous }
    }

    /// Cuts off what is below a node, and hangs it by another edge from one of its nodes to one outside.
    mutating func exchange(_ node: Int, for edge: Int, from inner: Int, to outer: Int) {
        // The way from there up to the node is turned around.
        var (child, parent, edge) = (inner, outer, edge)
        while true {
            let (nextChild, nextEdge) = (parents[child], parentEdges[child])
            detach(child)
            attach(child, to: parent, by: edge)
            if child == node { return }
            (child, parent, edge) = (nextChild, child, nextEdge)
        }
    }

    /// Gives numbers to what is below a node, once that has changed; it is as much as before.
    mutating func number(below top: Int) {
        var number = first[top]
        var node = top
        while true {
            first[node] = number
            order[number] = node
            number += 1
            if firstChildren[node] >= 0 {
                node = firstChildren[node]
                continue
            }
            while true {
                last[node] = number - 1
                if node == top { return }
                if nextSiblings[node] >= 0 { break }
                node = parents[node]
            }
            node = nextSiblings[node]
        }
    }
}
