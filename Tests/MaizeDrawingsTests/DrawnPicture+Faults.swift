extension DrawnPicture {
    /// What is wrong with the picture: what lies upon each other, or leads past its end.
    func faults() -> [String] {
        boxFaults() + clusterFaults() + textFaults() + channelFaults() + overlapFaults() + edgeFaults()
    }

    private func boxFaults() -> [String] {
        var faults: [String] = []
        for (number, box) in boxes.enumerated() {
            for other in boxes[(number + 1)...] where box.place.intersects(other.place) {
                faults.append("boxes '\(box.path)' and '\(other.path)' intersect")
            }
        }
        return faults
    }

    /// A cluster contains its members wholly, and touches nothing else.
    private func clusterFaults() -> [String] {
        var faults: [String] = []
        for cluster in clusters {
            for shape in boxes + clusters where shape.path != cluster.path {
                if shape.path.hasPrefix(cluster.path + "/") {
                    if !cluster.place.contains(shape.place) {
                        faults.append("'\(shape.path)' is not wholly in its cluster '\(cluster.path)'")
                    }
                } else if !cluster.path.hasPrefix(shape.path + "/"), cluster.place.intersects(shape.place) {
                    faults.append("'\(shape.path)' intersects the cluster '\(cluster.path)'")
                }
            }
        }
        return faults
    }

    /// Texts of a box are in it; all others are clear of boxes; none lies upon another one, or on a cluster's border.
    private func textFaults() -> [String] {
        var faults: [String] = []
        for box in boxes {
            for text in box.texts where !box.place.contains(text.place) {
                faults.append("'\(text.text)' is not wholly in its box '\(box.path)'")
            }
        }
        let inClusters = clusters.flatMap { cluster in cluster.texts.map { (text: $0, cluster: cluster) } }
        for (text, cluster) in inClusters where !cluster.place.contains(text.place) {
            faults.append("'\(text.text)' is not wholly in its cluster '\(cluster.path)'")
        }
        let free = texts + channels.flatMap(\.texts) + inClusters.map(\.text)
        for text in free {
            for box in boxes where text.place.intersects(box.place) {
                faults.append("'\(text.text)' lies upon the box '\(box.path)'")
            }
            for cluster in clusters
            where text.place.intersects(cluster.place) && !cluster.place.contains(text.place) {
                faults.append("'\(text.text)' lies upon the border of '\(cluster.path)'")
            }
        }
        for all in [free] + boxes.map(\.texts) {
            for (number, text) in all.enumerated() {
                for other in all[(number + 1)...] where text.place.intersects(other.place) {
                    faults.append("'\(text.text)' and '\(other.text)' lie upon each other")
                }
            }
        }
        return faults
    }

    /// A channel leads from its sender's right side to its receiver's left side, and through no other box, cluster or text.
    private func channelFaults() -> [String] {
        let places = Dictionary(boxes.map { ($0.path, $0.place) }, uniquingKeysWith: { first, _ in first })
        var faults: [String] = []
        for channel in channels {
            let (from, to) = (channel.attributes["data-from"] ?? "", channel.attributes["data-to"] ?? "")
            let name = "the channel from '\(from)' to '\(to)'"
            guard let sender = places[from], let receiver = places[to], let start = channel.line.first,
                let end = channel.line.last
            else {
                faults.append("\(name) has no ends")
                continue
            }
            if start.x != sender.right || start.y <= sender.y || start.y >= sender.bottom {
                faults.append("\(name) begins at \(start), not at the right side of \(sender)")
            }
            let tip = channel.tip
            if tip.x != receiver.x || tip.y <= receiver.y || tip.y >= receiver.bottom {
                faults.append("\(name) ends at \(tip), not at the left side of \(receiver)")
            }
            if end.y != tip.y || end.x >= tip.x || end.x < tip.x - 12 {
                faults.append("\(name): the line ends at \(end), and the arrow's head is at \(tip)")
            }
            faults += passageFaults(of: channel, name, from, to)
        }
        return faults
    }

    private func passageFaults(of channel: Group, _ name: String, _ from: String, _ to: String) -> [String] {
        func isOn(_ point: Point, _ place: Place) -> Bool {
            place.x < point.x && point.x < place.right && place.y < point.y && point.y < place.bottom
        }
        var faults: [String] = []
        let others = clusters.filter { !from.hasPrefix($0.path + "/") && !to.hasPrefix($0.path + "/") }
        let bounds = channel.lineBounds
        func isMet(_ place: Place) -> Bool {
            bounds.intersects(place) && channel.line.contains { isOn($0, place) }
        }
        for shape in boxes + others where isMet(shape.place) {
            faults.append("\(name) leads through '\(shape.path)'")
        }
        let texts = texts + channels.flatMap(\.texts) + clusters.flatMap(\.texts)
        for text in texts where isMet(text.place) {
            faults.append("\(name) leads through the text '\(text.text)'")
        }
        return faults
    }

    /// Lines may cross, but no two have a stretch in common.
    private func overlapFaults() -> [String] {
        let stretches = channels.map(\.stretches)
        var faults: [String] = []
        for (number, one) in stretches.enumerated() {
            for (other, others) in stretches.enumerated().dropFirst(number + 1)
            where one.contains(where: { stretch in
                others.contains { stretch.isAcross == $0.isAcross && stretch.intersects($0) }
            }) {
                faults.append("'\(channels[number].title)' and '\(channels[other].title)' lie upon each other")
            }
        }
        return faults
    }

    private func edgeFaults() -> [String] {
        let places =
            groups.map(\.place) + texts.map(\.place) + groups.flatMap { $0.texts.map(\.place) }
            + channels.flatMap { $0.line.map { Place(x: $0.x, y: $0.y, width: 0, height: 0) } }
        return places.filter { !viewBox.contains($0) }.map { "\($0) is outside of the picture" }
    }
}
