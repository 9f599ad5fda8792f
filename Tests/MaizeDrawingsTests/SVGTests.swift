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

    // MARK: Rows

    @Test func `a long chain goes on in next rows, as a text does`() throws {
        let flow = try #require(SampleGraphs.all.first { $0.name == "a chain of 20" }).flow()
        let picture = try DrawnPicture(flow.drawing(.svg))
        #expect(picture.viewBox.width <= 1280)
        let rows = Dictionary(grouping: picture.boxes) { $0.place.y }.sorted { $0.key < $1.key }.map(\.value)
        #expect(rows.count == 3)
        let read = rows.flatMap { row in row.sorted { $0.place.x < $1.place.x } }
        #expect(read.map(\.path) == ["loaddata"] + (1...20).map { "delay\($0)" } + ["return"])
        #expect(Set(rows.map { row in row.map(\.place.x).min() }).count == 1)
    }

    @Test(arguments: [500, 900, 2000, 100_000])
    func `rows are as wide as may be`(width: Int) throws {
        let flow = try #require(SampleGraphs.all.first { $0.name == "a chain of 20" }).flow()
        let picture = try DrawnPicture(flow.drawing(.svg, options: DrawingOptions(width: width)))
        #expect(picture.faults() == [])
        // There is some room around rows.
        #expect(picture.viewBox.width <= Double(width + 80))
        #expect((Set(picture.boxes.map(\.place.y)).count == 1) == (width == 100_000))
    }

    @Test(arguments: 59...78)
    func `rows of a random graph are clear`(seed: Int) throws {
        let outline = GraphOutline.random(seed: UInt64(seed))
        for width in [400, 900] {
            let picture = try DrawnPicture(outline.drawing(.svg, options: DrawingOptions(width: width)))
            #expect(picture.faults() == [], "seed \(seed), width \(width)")
        }
    }

    @Test(arguments: SampleGraphs.all)
    func `rows of each pattern are clear`(sample: SampleGraphs.Sample) throws {
        let picture = try DrawnPicture(sample.flow().drawing(.svg, options: DrawingOptions(width: 500)))
        #expect(picture.faults() == [])
    }

    // MARK: Texts and styles

    @Test func `what changes how a node runs is seen, and what does not run is dashed`() throws {
        let flow = try #require(SampleGraphs.all.first { $0.name == "nodes with options" }).flow()
        let text = flow.drawing(.svg)
        let picture = try DrawnPicture(text)
        let marks = picture.boxes.flatMap { box in
            box.texts.filter { $0.kind == "mark" }.map { "\(box.path): \($0.text)" }
        }
        #expect(marks == ["loaddata: 3 attempts", "often: ↻ ≤ 5"])
        #expect(picture.clusters.first?.texts.map(\.text) == ["never", "Pause · may fail · off"])
        #expect((picture.boxes + picture.clusters).filter(\.isOff).map(\.path).sorted() == ["never", "never/delay"])
        #expect(picture.channels.filter(\.isOff).compactMap { $0.attributes["data-to"] } == ["never/delay", "merge"])
        #expect(text.contains(".maize .off rect,.maize .off .line{stroke-dasharray"))
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

    @Test func `one node is a picture`() throws {
        let root = GraphOutline.Component(name: "one", type: "Workflow", members: [.init(name: "数える", type: "Count")])
        let picture = try DrawnPicture(GraphOutline(root: root, channels: []).drawing(.svg))
        #expect(picture.faults() == [])
        #expect(picture.boxes.map(\.path) == ["数える"])
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
