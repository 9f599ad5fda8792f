import Foundation
import FoundationXML
@testable import MaizeDrawings

/// Collects what the elements of a picture say.
final class DrawnPictureReader: NSObject, XMLParserDelegate {
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
            let kinds = (attributes["class"] ?? "").split(separator: " ").map(String.init)
            groups.append(DrawnPicture.Group(kind: kinds.first ?? "", attributes: attributes))
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
