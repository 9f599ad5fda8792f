import Foundation
import FoundationXML

/// What an SVG picture shows, as a strict reader of XML finds it.
struct DrawnPicture {
    struct Place: Hashable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        var isAcross: Bool { width > height }
        var right: Double { x + width }
        var bottom: Double { y + height }

        func intersects(_ other: Place) -> Bool {
            x < other.right && other.x < right && y < other.bottom && other.y < bottom
        }
        func contains(_ other: Place) -> Bool {
            x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
        }
    }

    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    struct Text {
        var kind: String
        var text: String
        var place: Place
    }

    /// A box, a cluster, or a channel, with the texts in its group.
    struct Group {
        var kind: String
        var attributes: [String: String]
        var place = Place(x: 0, y: 0, width: 0, height: 0)
        var texts: [Text] = []
        var title = ""
        /// Points of the line, close to each other.
        var line: [Point] = []
        var tip = Point(x: 0, y: 0)
        /// Around all of the line, and somewhat more, as nothing is wholly flat.
        var lineBounds: Place {
            let (x, y) = (line.map(\.x), line.map(\.y))
            let (left, top) = ((x.min() ?? 0) - 1, (y.min() ?? 0) - 1)
            return Place(x: left, y: top, width: (x.max() ?? 0) + 1 - left, height: (y.max() ?? 0) + 1 - top)
        }
        /// The parts of the line that go straight across or down, as thin as lines are.
        var stretches: [Place] {
            var stretches: [Place] = []
            var start = line.first ?? Point(x: 0, y: 0)
            var last = start
            for point in line.dropFirst() + [Point(x: -1, y: -1)] {
                if point.x == start.x && last.x == start.x || point.y == start.y && last.y == start.y {
                    last = point
                    continue
                }
                let (width, height) = (abs(last.x - start.x), abs(last.y - start.y))
                if width == 0 && height > 3 || height == 0 && width > 3 {
                    stretches.append(
                        Place(
                            x: min(start.x, last.x) + (width == 0 ? -0.5 : 1),
                            y: min(start.y, last.y) + (height == 0 ? -0.5 : 1),
                            width: width == 0 ? 1 : width - 2,
                            height: height == 0 ? 1 : height - 2
                        )
                    )
                }
                (start, last) = (last, point)
            }
            return stretches
        }

        var path: String { attributes["data-path"] ?? "" }
        /// Whether it is drawn as something that does not run.
        var isOff: Bool { attributes["class"]?.hasSuffix(" off") ?? false }
    }

    var viewBox: Place
    var groups: [Group]
    /// Texts that stand in no group.
    var texts: [Text]
    var title: String

    var boxes: [Group] { groups.filter { $0.kind == "node" } }
    var clusters: [Group] { groups.filter { $0.kind == "cluster" } }
    var channels: [Group] { groups.filter { $0.kind == "channel" } }

    struct Unreadable: Error, CustomStringConvertible {
        var description: String
    }

    init(_ text: String) throws {
        let reader = DrawnPictureReader()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        guard parser.parse() else {
            throw Unreadable(description: "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "?")")
        }
        viewBox = reader.viewBox
        groups = reader.groups
        texts = reader.texts
        title = reader.title
    }
}
