/// Which links go against the others: without them there is no cycle.
enum CycleBreaking {
    /// The links that lead back, in a walk over the level that begins with what nothing leads to, in the order of the
    /// program.
    ///
    /// A link from an item to itself is not among them.
    static func backLinks(of level: Level) -> Set<Int> {
        var leaving: [[Int]] = Array(repeating: [], count: level.items.count)
        var entered = Array(repeating: false, count: level.items.count)
        for (number, link) in level.links.enumerated() where link.from != link.to {
            leaving[link.from].append(number)
            entered[link.to] = true
        }
        enum State { case new, open, done }
        var states = Array(repeating: State.new, count: level.items.count)
        var back: Set<Int> = []
        let starts = level.items.indices.filter { !entered[$0] } + level.items.indices.filter { entered[$0] }
        for start in starts where states[start] == .new {
            var stack = [(item: start, next: 0)]
            states[start] = .open
            while let (item, next) = stack.last {
                guard next < leaving[item].count else {
                    states[item] = .done
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let number = leaving[item][next]
                let target = level.links[number].to
                switch states[target] {
                case .open: back.insert(number)
                case .new:
                    states[target] = .open
                    stack.append((target, 0))
                case .done: break
                }
            }
        }
        return back
    }
}
