/// Lines as SVG draws them.
enum SVGPath {
    /// The length of an arrow's head.
    static let head = 8

    /// How far a turn goes aside to come back so much lower or higher.
    static func bulge(_ rise: Int) -> Int { 9 + min(rise / 6, 18) }

    /// The path along straight runs, with curves between them, up to the arrow's head.
    static func line(_ runs: [Run]) -> String {
        guard let first = runs.first else { return "" }
        var path = "M\(first.from) \(first.height)"
        var last = first
        var x = first.from
        func goOn(to target: Int) {
            if target != x { path += "H\(target)" }
            x = target
        }
        for (place, run) in runs.enumerated().dropFirst() {
            let isFinal = place == runs.count - 1
            let rise = abs(run.height - last.height)
            if last.isDetour || run.isDetour {
                // Straight down or up between rows, around corners.
                let radius = min(7, rise / 2)
                let down = run.height > last.height ? radius : -radius
                goOn(to: last.to - (last.to < last.from ? -radius : radius))
                path += "C\(last.to) \(last.height) \(last.to) \(last.height) \(last.to) \(last.height + down)"
                path += "V\(run.height - down)"
                x = run.from + (run.to < run.from ? -radius : radius)
                path += "C\(run.from) \(run.height) \(run.from) \(run.height) \(x) \(run.height)"
                last = run
                continue
            }
            goOn(to: last.to)
            if last.to == run.from {
                // Turns right where it goes left afterwards, and the other way round.
                let side = (run.to < run.from ? 1 : -1) * bulge(rise) * 4 / 3
                path += "C\(x + side) \(last.height) \(x + side) \(run.height) \(x) \(run.height)"
            } else {
                // The head needs a straight end.
                let target = isFinal ? run.from - min(head, (run.from - x) / 3) : run.from
                let middle = (x + target) / 2
                path += "C\(middle) \(last.height) \(middle) \(run.height) \(target) \(run.height)"
                x = target
            }
            last = run
        }
        goOn(to: last.to - head / 2)
        return path
    }

    /// The head of the arrow at the end.
    static func arrow(_ runs: [Run]) -> String {
        guard let last = runs.last else { return "" }
        return "M\(last.to) \(last.height)l-\(head) -4v8z"
    }
}
