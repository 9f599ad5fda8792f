/// Typefaces and colours of an SVG picture, for light screens and dark ones.
///
/// Deeper clusters are darker (on dark screens lighter), so that they are told apart without colours, too. Classes begin
/// below `.maize`, lest they meet others on a page.
enum SVGStyleSheet {
    static var element: String {
        """
        <style>
        .maize text{font-family:Helvetica,Arial,"Liberation Sans",system-ui,sans-serif;font-size:\(SVGStyle.labelSize)px}
        .maize .name{font-size:\(SVGStyle.nameSize)px;font-weight:600}
        .maize .type{font-size:\(SVGStyle.typeSize)px}
        .maize .line{fill:none;stroke-width:1.4}
        .maize .off rect,.maize .off .line{stroke-dasharray:4 3}
        \(light.rules)
        @media (prefers-color-scheme:dark){
        \(dark.rules)
        }
        </style>
        """
    }

    private struct Colours {
        var ground: String
        var box: String
        var boxBorder: String
        var text: String
        var faintText: String
        var line: String
        var clusters: [String]
        var clusterBorder: String

        var rules: String {
            let depths = clusters.enumerated().map { depth, colour in
                ".maize .depth\(depth){fill:\(colour);stroke:\(clusterBorder)}"
            }
            return
                ([
                    ".maize .ground{fill:\(ground)}",
                    ".maize .box{fill:\(box);stroke:\(boxBorder)}",
                    ".maize .name{fill:\(text)}",
                    ".maize .type,.maize .label,.maize .port,.maize .setting,.maize .mark,.maize .off .name{fill:\(faintText)}",
                    ".maize .line{stroke:\(line)}",
                    ".maize .head{fill:\(line)}",
                ] + depths).joined(separator: "\n")
        }
    }

    private static let light = Colours(
        ground: "#ffffff",
        box: "#ffffff",
        boxBorder: "#6b7a90",
        text: "#17202e",
        faintText: "#53617a",
        line: "#5b6b85",
        clusters: ["#f3f6fb", "#e6ecf6", "#d8e2f0", "#c9d6e9"],
        clusterBorder: "#a3b3cc"
    )
    private static let dark = Colours(
        ground: "#10151d",
        box: "#10151d",
        boxBorder: "#8393ad",
        text: "#eef2f8",
        faintText: "#b1bdd0",
        line: "#93a4c0",
        clusters: ["#19212d", "#222d3d", "#2c3a4f", "#374862"],
        clusterBorder: "#4f6280"
    )
}

extension String {
    /// The text within an element or an attribute's quotes, without what XML cannot hold.
    var xml: String {
        printable.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
    }
}
