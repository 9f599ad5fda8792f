extension Picture {
    /// Some members of a cluster as a picture of their own; where a link leads out of it, the name of its other end stands
    /// in parentheses.
    func part(of cluster: Int, members: [Int]) -> Picture {
        var root = shapes[cluster]
        root.parent = nil
        root.members = []
        var part = Picture(shapes: [root], links: [])
        var numbers: [Int: Int] = [:]
        func add(_ number: Int, to parent: Int) {
            var shape = shapes[number]
            (shape.parent, shape.members) = (parent, [])
            let place = part.shapes.count
            numbers[number] = place
            part.shapes.append(shape)
            part.shapes[parent].members.append(place)
            for member in shapes[number].members { add(member, to: place) }
        }
        for member in members { add(member, to: 0) }
        var senders: [Int: Int] = [:]
        var receivers: [Int: Int] = [:]
        for link in links {
            let sender = numbers[link.sender.shape]
            let receiver = numbers[link.receiver.shape]
            guard sender != nil || receiver != nil else { continue }
            var link = link
            link.sender.shape = sender ?? part.mention(link.sender.shape, of: self, known: &senders)
            link.receiver.shape = receiver ?? part.mention(link.receiver.shape, of: self, known: &receivers)
            part.links.append(link)
        }
        return part
    }

    /// A box with the name of a shape of another picture.
    private mutating func mention(_ number: Int, of other: Picture, known: inout [Int: Int]) -> Int {
        if let box = known[number] { return box }
        let box = addMention(of: other.shapes[number], in: 0)
        known[number] = box
        return box
    }

    private mutating func addMention(of shape: Shape, in cluster: Int) -> Int {
        // Names in the graph that is drawn are clear without its own.
        let isInside = shape.path.count > shapes[0].path.count && shape.path.starts(with: shapes[0].path)
        let path = isInside ? shape.path.dropFirst(shapes[0].path.count) : shape.path[...]
        var mention = Shape(
            name: "(\(path.joined(separator: "/")))",
            type: "",
            summary: "",
            path: shape.path,
            settings: [],
            parent: cluster
        )
        mention.isMention = true
        shapes.append(mention)
        shapes[cluster].members.append(shapes.count - 1)
        return shapes.count - 1
    }

    /// The picture with some links cut in two, each part with the name of the other end.
    func cutting(_ cut: Set<Int>) -> Picture {
        var result = self
        for number in cut.sorted() {
            var second = links[number]
            let (sender, receiver) = (links[number].sender.shape, links[number].receiver.shape)
            let target = result.addMention(of: shapes[receiver], in: shapes[sender].parent ?? 0)
            result.links[number].receiver.shape = target
            second.sender.shape = result.addMention(of: shapes[sender], in: shapes[receiver].parent ?? 0)
            result.links.append(second)
        }
        return result
    }

    /// The picture with clusters drawn as boxes.
    func closing(_ clusters: Set<Int>) -> Picture {
        var result = Picture(shapes: [], links: [])
        var numbers: [Int: Int] = [:]
        func add(_ number: Int, to parent: Int?) {
            var shape = shapes[number]
            (shape.parent, shape.members) = (parent, [])
            let place = result.shapes.count
            numbers[number] = place
            result.shapes.append(shape)
            if let parent { result.shapes[parent].members.append(place) }
            guard !clusters.contains(number) else {
                result.shapes[place].name = "[\(shape.name)]"
                return
            }
            for member in shapes[number].members { add(member, to: place) }
        }
        add(0, to: nil)
        func seen(_ number: Int) -> Int {
            ([number] + self.clusters(around: number)).lazy.compactMap { numbers[$0] }.first ?? 0
        }
        for whole in links {
            var link = whole
            (link.sender.shape, link.receiver.shape) = (seen(whole.sender.shape), seen(whole.receiver.shape))
            // Within a closed cluster; a loop at a box remains.
            if link.sender.shape == link.receiver.shape, whole.sender.shape != whole.receiver.shape { continue }
            if numbers[whole.sender.shape] == nil, link.sender.shape == link.receiver.shape { continue }
            result.links.append(link)
        }
        return result
    }
}
