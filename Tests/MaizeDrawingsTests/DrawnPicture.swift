import Foundation
import FoundationXML
@testable import MaizeDrawings

/// What an SVG picture shows, as a strict reader of XML finds it.
struct DrawnPicture {
    struct Place: Hashable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

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

        var path: String { attributes["data-path"] ?? "" }
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
        let reader = Reader()
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

/// Collects what the elements of a picture say.
private final class Reader: NSObject, XMLParserDelegate {
    var viewBox = DrawnPicture.Place(x: 0, y: 0, width: 0, height: 0)
    var groups: [DrawnPicture.Group] = []
    var texts: [DrawnPicture.Text] = []
    var title = ""
    private var isInGroup = false
    private var characters = ""
    private var attributes: [String: String] = [:]

    func parser(
        _ parser: XMLParser,
        didStartElement element: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        characters = ""
        self.attributes = attributes
        func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
        switch element {
        case "svg":
            let numbers = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
            viewBox = DrawnPicture.Place(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
        case "g":
            isInGroup = true
            groups.append(DrawnPicture.Group(kind: attributes["class"] ?? "", attributes: attributes))
        case "rect" where isInGroup:
            groups[groups.count - 1].place = DrawnPicture.Place(
                x: number("x"),
                y: number("y"),
                width: number("width"),
                height: number("height")
            )
        case "path" where attributes["class"] == "line":
            groups[groups.count - 1].line = PathPoints.points(of: attributes["d"] ?? "")
        case "path" where attributes["class"] == "head":
            groups[groups.count - 1].tip = PathPoints.points(of: attributes["d"] ?? "").first ?? .init(x: -1, y: -1)
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

    func parser(
        _ parser: XMLParser,
        didEndElement element: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        switch element {
        case "g": isInGroup = false
        case "title": if isInGroup { groups[groups.count - 1].title = characters } else { title = characters }
        case "text":
            let text = DrawnPicture.Text(
                kind: attributes["class"] ?? "",
                text: characters,
                place: place(of: characters)
            )
            if isInGroup { groups[groups.count - 1].texts.append(text) } else { texts.append(text) }
        default: break
        }
    }

    /// The room that a text takes: from the top of its capitals to below its base line.
    private func place(of text: String) -> DrawnPicture.Place {
        let isName = attributes["class"] == "name"
        let size = isName ? SVGStyle.nameSize : attributes["class"] == "type" ? SVGStyle.typeSize : SVGStyle.labelSize
        let width = Double(TextWidth.of(text, size: size, isBold: isName))
        let x = attributes["x"].flatMap(Double.init) ?? 0
        let y = attributes["y"].flatMap(Double.init) ?? 0
        let left =
            switch attributes["text-anchor"] {
            case "middle": x - width / 2
            case "end": x - width
            default: x
            }
        return DrawnPicture.Place(x: left, y: y - size * 0.73, width: width, height: size * 0.93)
    }
}

/// The points of an SVG path of absolute moves, horizontal lines and curves.
private enum PathPoints {
    static func points(of path: String) -> [DrawnPicture.Point] {
        var points: [DrawnPicture.Point] = []
        for part in path.matches(of: /([MHC])([^A-Za-z]*)/).map(\.output) {
            let numbers = part.2.split(separator: " ").compactMap { Double($0) }
            let last = points.last ?? DrawnPicture.Point(x: 0, y: 0)
            switch part.1 {
            case "M": points.append(.init(x: numbers[0], y: numbers[1]))
            case "H": points += line(from: last, to: .init(x: numbers[0], y: last.y))
            default:
                let ends = stride(from: 0, to: 6, by: 2).map { DrawnPicture.Point(x: numbers[$0], y: numbers[$0 + 1]) }
                points += curve(from: last, ends)
            }
        }
        return points
    }

    private static func line(from: DrawnPicture.Point, to: DrawnPicture.Point) -> [DrawnPicture.Point] {
        let count = max(1, Int(abs(to.x - from.x) / 2))
        return (1...count).map { step in
            .init(x: from.x + (to.x - from.x) * Double(step) / Double(count), y: from.y)
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
