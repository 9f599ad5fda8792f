import MaizeCore
@testable import MaizeDrawings
import Testing

/// Pictures in which nothing lies upon anything else.
@Suite struct SVGTests {
    @Test(arguments: 1...50)
    func `a picture of a random graph is clear`(seed: Int) throws {
        let outline = GraphOutline.random(seed: UInt64(seed))
        let text = outline.drawing(.svg)
        let picture = try DrawnPicture(text)
        #expect(picture.faults() == [], "seed \(seed)")
        #expect(picture.channels.count == outline.channels.count, "seed \(seed)")
        #expect(
            picture.boxes.count + picture.clusters.count == Picture(outline, level: nil, showsSettings: false).shapes
                .count - 1
        )
        // Another run of the program has other seeds for its dictionaries; one run has others for each of them.
        #expect(outline.drawing(.svg) == text, "seed \(seed)")
    }

    @Test(arguments: 51...58, [0, 1, 2])
    func `so is one of closed graphs, and one with values`(seed: Int, level: Int) throws {
        let outline = GraphOutline.random(seed: UInt64(seed))
        let options = DrawingOptions(level: level, showsSettings: true)
        let picture = try DrawnPicture(outline.drawing(.svg, options: options))
        #expect(picture.faults() == [], "seed \(seed)")
        for group in picture.boxes + picture.clusters {
            #expect(group.title.isEmpty == false)
            #expect(picture.clusters.filter { group.path.hasPrefix($0.path + "/") }.count <= level)
        }
    }

    @Test(arguments: SampleGraphs.all)
    func `so is one of each pattern`(sample: SampleGraphs.Sample) throws {
        let flow = try sample.flow()
        let picture = try DrawnPicture(flow.drawing(.svg))
        #expect(picture.faults() == [])
        #expect(picture.channels.count == flow.channels.count)
        #expect(picture.boxes.count == flow.nodes.count)
        #expect(flow.drawing(.svg) == flow.drawing(.svg))
    }

    @Test func `a long name is cut, and stands in full behind it`() throws {
        let name = String(repeating: "abcdefgh", count: 8)
        let root = GraphOutline.Component(
            name: "flow",
            type: "Workflow",
            members: [GraphOutline.Component(name: name, type: "Echo")]
        )
        let picture = try DrawnPicture(GraphOutline(root: root, channels: []).drawing(.svg))
        let box = try #require(picture.boxes.first)
        #expect(box.texts.first?.text.hasSuffix("…") == true)
        #expect(box.title == "\(name): Echo")
        #expect(box.place.width < 280)
    }

    @Test func `a workflow without nodes is a picture, too`() throws {
        let outline = GraphOutline(root: .init(name: "empty", type: "Workflow", members: []), channels: [])
        #expect(try DrawnPicture(outline.drawing(.svg)).faults() == [])
    }

    @Test func `the title is the name, and the description says what the graph is for`() throws {
        var outline = GraphOutline(root: .init(name: "a<b", type: "Workflow", members: []), channels: [])
        outline.root.summary = "Counts & sorts."
        let text = outline.drawing(.svg)
        #expect(try DrawnPicture(text).title == "a<b")
        #expect(text.contains("role=\"img\""))
        #expect(text.contains("<desc>Counts &amp; sorts. 0 components, 0 channels</desc>"))
    }
}
