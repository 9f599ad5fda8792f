import Maize
import MaizeSystem
import MaizeTesting
import TemporaryFiles
import Testing

/// An item that holds a file.
struct Pose: Codable, Sendable {
    var name: String
    var structure: File

    /// What is in the file; nil where it is gone.
    var text: String? { FileContents.text(of: structure.path) }
}

/// Writes a file for each name, in one place, and sends it.
final class PoseWriter: Node {
    @Parameter var names: [String]
    let out = Output<Pose>(mode: .move)

    override func run() throws {
        for name in names {
            let path = workDirectory + "/pose.pdb"
            let file = try Descriptor.appending(to: path)
            try Array(name.prefix(8).utf8).withUnsafeBytes { try file.writeAll($0) }
            try out.send(Pose(name: name, structure: File(path)))
        }
    }
}

/// Says of each item whether its file is still the one that it came with.
final class PoseReader: Node {
    let inp = Input<Pose>()
    let out = Output<String>()

    override func run() throws {
        while let pose = try inp.next() {
            try out.send(pose.text == String(pose.name.prefix(8)) ? String(pose.name.prefix(8)) : "wrong: \(pose)")
        }
    }
}

/// Files that belong to items which are ordered, dropped, gathered and joined.
@Suite(.timeLimit(.minutes(10))) struct OrderedFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Items whose names begin with numbers that go down, long enough to fill any memory.
    private func poses(_ count: Int, padding: Int = 0) throws -> [Pose] {
        try (0..<count).map { place in
            let number = String(10_000_000 + count - place)
            let path = try folder.write(number, to: "file\(place)")
            return Pose(name: number + String(repeating: "x", count: padding), structure: File(path))
        }
    }

    @Test(arguments: [0, 1000]) func `files stay with their items through Sort, also when those are on disk`(
        padding: Int
    ) throws {
        let poses = try poses(300, padding: padding)
        let result = try NodeRig(Sort<Pose>.self) {
            $0.by = "name"
            $0.memoryLimit = 64 << 10
        }.feed(\.inp, poses).run()
        let sorted = result.items(of: \.out)
        #expect(sorted.map(\.name) == poses.map(\.name).reversed())
        #expect(sorted.map(\.text) == poses.map { String($0.name.prefix(8)) }.reversed())
        withExtendedLifetime(result) {}
    }

    @Test func `files that are moved go through Sort between processes, and none is left`() throws {
        let flow = Workflow("moving")
        let names = (0..<200).map { String(10_000_000 + ($0 * 77) % 200) + String(repeating: "y", count: 1000) }
        let writer = try flow.add(PoseWriter.self) { $0.names = names }
        let sort = try flow.add(Sort<Pose>.self) {
            $0.by = "name"
            $0.memoryLimit = 64 << 10
        }
        let reader = try flow.add(PoseReader.self)
        let result = try flow.add(Return<String>.self)
        try flow.connect(writer.out, to: sort.inp)
        try flow.connect(sort.out, to: reader.inp)
        try flow.connect(reader.out, to: result.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed && summary.keptFiles.isEmpty)
        #expect(result.values == names.map { String($0.prefix(8)) }.sorted())
    }

    @Test func `files of items that Unique passes go on, and those of more keys than fit are refused`() throws {
        let poses = try poses(3)
        let result = try NodeRig(Unique<Pose>.self) { $0.by = "name" }.feed(\.inp, poses + poses).run()
        #expect(result.items(of: \.out).map(\.text) == poses.map(\.name))
        let many = try self.poses(60, padding: 1000)
        let error = #expect(throws: WorkflowError.self) {
            try NodeRig(Unique<Pose>.self) {
                $0.by = "name"
                $0.memoryLimit = 64 << 10
            }.feed(\.inp, many).run()
        }
        #expect(error?.message.contains("holds files, which cannot wait for the end") == true)
        #expect(error?.message.contains("raise it") == true)
        withExtendedLifetime(result) {}
    }

    @Test(arguments: [0, 2000]) func `files of a group's items are all there`(padding: Int) throws {
        let poses = try poses(40, padding: padding)
        let result = try NodeRig(GroupBy<Pose>.self) {
            $0.by = "name"
            $0.memoryLimit = 64 << 10
        }.feed(\.inp, poses + poses).run()
        let groups = result.items(of: \.out)
        #expect(groups.count == 40)
        #expect(
            groups.allSatisfy { $0.items.map(\.text) == Array(repeating: String($0.items[0].name.prefix(8)), count: 2) }
        )
        withExtendedLifetime(result) {}
    }

    @Test(arguments: [false, true], [0, 2000])
    func `files of an item go with each of its pairs`(oneToOne: Bool, padding: Int) throws {
        let poses = try poses(40, padding: padding)
        let names = poses.map(\.name) + (oneToOne ? [] : poses.map(\.name))
        let result = try NodeRig(Join<Pose, [String: String]>.self) {
            $0.by = "name"
            $0.oneToOne = oneToOne
            $0.memoryLimit = 64 << 10
        }.feed(\.left, poses).feed(\.right, names.map { ["name": $0] }).run()
        let pairs = result.items(of: \.out)
        #expect(pairs.count == (oneToOne ? 40 : 80))
        #expect(pairs.allSatisfy { $0.left?.text == ($0.left?.name.prefix(8)).map { String($0) } })
        withExtendedLifetime(result) {}
    }
}
