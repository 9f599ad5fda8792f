/// The points of an SVG path of absolute moves, horizontal and vertical lines, and curves.
enum PathPoints {
    static func points(of path: String) -> [DrawnPicture.Point] {
        var points: [DrawnPicture.Point] = []
        for part in path.matches(of: /([MHVC])([^A-Za-z]*)/).map(\.output) {
            let numbers = part.2.split(separator: " ").compactMap { Double($0) }
            let last = points.last ?? DrawnPicture.Point(x: 0, y: 0)
            switch part.1 {
            case "M": points.append(.init(x: numbers[0], y: numbers[1]))
            case "H": points += line(from: last, to: .init(x: numbers[0], y: last.y))
            case "V": points += line(from: last, to: .init(x: last.x, y: numbers[0]))
            default:
                let ends = stride(from: 0, to: 6, by: 2).map { DrawnPicture.Point(x: numbers[$0], y: numbers[$0 + 1]) }
                points += curve(from: last, ends)
            }
        }
        return points
    }

    private static func line(from: DrawnPicture.Point, to: DrawnPicture.Point) -> [DrawnPicture.Point] {
        let count = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 2))
        return (1...count).map { step in
            let share = Double(step) / Double(count)
            return .init(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
        }
    }

    private static func curve(from: DrawnPicture.Point, _ ends: [DrawnPicture.Point]) -> [DrawnPicture.Point] {
        (1...48).map { step in
            let t = Double(step) / 48
            let (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t)
            return .init(
                x: a * from.x + b * ends[0].x + c * ends[1].x + d * ends[2].x,
                y: a * from.y + b * ends[0].y + c * ends[1].y + d * ends[2].y
            )
        }
    }
}
