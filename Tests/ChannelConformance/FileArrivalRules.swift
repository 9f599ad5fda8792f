import MaizeCore
import MaizeWire

/// An item that holds files at several places.
struct Docking: Codable, Sendable {
    var score: Double
    var pose: File
    var others: [String: File]
}

/// What the receiver gets.
extension FileRule {
    static let arrival = [
        FileRule("files of one name that are sent one after the other are all there, each as it was sent") { _, make in
            let pair = try make(8)
            for number in 0..<3 { try pair.sender.send(pair.write("content \(number)", to: "pose.pdb")) }
            pair.sender.close(.finished)
            let files = try pair.rest(File.self)
            try demand(files.map(\.text), is: (0..<3).map { "content \($0)" }, "the contents")
            try demand(files.map(\.name), is: Array(repeating: "pose.pdb", count: 3), "the names")
            try demand(Set(files.map(\.path)).count, is: 3, "places of three files")
        },
        FileRule("a file may stand anywhere in an item, which keeps its form") { _, make in
            let pair = try make(8)
            let others = try ["a": pair.write("1", to: "x/same"), "b": pair.write("2", to: "y/same")]
            try pair.sender.send(Docking(score: 0.5, pose: pair.write("3", to: "pose"), others: others))
            try pair.sender.send([pair.write("4", to: "x/one"), pair.write("5", to: "x/deeper/two")])
            guard let docking = try pair.next(Docking.self), let list = try pair.next([File].self) else {
                throw ChannelRule.Broken(description: "the items did not come")
            }
            try demand(docking.score == 0.5 && docking.pose.text == "3", "a property is another")
            try demand(docking.others.mapValues(\.text), is: ["a": "1", "b": "2"], "what is in the dictionary")
            try demand(list.map(\.text), is: ["4", "5"], "what is in the list")
            try demand(list[1].path.hasSuffix("/deeper/two"), "the folders between were lost: \(list[1].path)")
        },
        FileRule("a relative path is taken from the sender's folder") { _, make in
            let pair = try make(8)
            _ = try pair.write("text", to: "below/file")
            try pair.sender.send(File("below/file"))
            try demand(pair.next(File.self)?.text == "text", "the file is another")
        },
        FileRule("a folder arrives with all that is in it") { _, make in
            let pair = try make(8)
            _ = try pair.write("1", to: "data/a")
            _ = try pair.write("2", to: "data/deep/b")
            try pair.sender.send(File(pair.folder + "/data"))
            guard let folder = try pair.next(File.self) else { throw ChannelRule.Broken(description: "nothing came") }
            try demand(folder.name, is: "data", "the folder's name")
            let texts = ["a", "deep/b"].map { File(folder.path + "/" + $0).text }
            try demand(texts, is: ["1", "2"], "what is in the folder")
        },
        FileRule("nobody waits until a file is taken") { _, make in
            let pair = try make(8)
            for number in 0..<8 { try pair.sender.send(pair.write("\(number)", to: "f\(number)")) }
            pair.sender.close(.finished)
            try demand(pair.rest(File.self).map(\.text), is: (0..<8).map { "\($0)" }, "the contents")
        },
        FileRule("items with files and items without keep their order") { _, make in
            let pair = try make(8)
            let lists = try (0..<6).map { number in
                number % 2 == 0 ? [] : [try pair.write("\(number)", to: "f\(number)")]
            }
            try pair.sender.send(contentsOf: lists)
            pair.sender.close(.finished)
            let found = try pair.rest([File].self).map { $0.map(\.text) }
            try demand(found, is: [[], ["1"], [], ["3"], [], ["5"]], "the lists")
        },
    ]
}
