import Glibc
import Maize
import MaizeSystem

/// Writes a file under one name again and again, each time with the next number in it, and sends it.
final class WritingFiles: Node {
    @Parameter var count = 3
    @Parameter var path = "pose.pdb"
    let out = Output<File>()
    /// Tells that all were sent.
    let done = Output<Int>(optional: true)

    override func run() throws {
        for number in 0..<count {
            try TextFile.write("\(number)", to: path)
            try out.send(File(path))
        }
        try done.send(count)
    }
}

/// Sends files that are there already, each as an item.
final class SendingFiles: Node {
    @Parameter var paths: [String] = []
    let out = Output<File>()

    override func run() throws { try out.send(contentsOf: paths.map { File($0) }) }
}

/// Sends what each file holds.
final class ReadingFiles: Node {
    let inp = Input<File>()
    let out = Output<String>()

    override func run() throws {
        while let file = try inp.next() { try out.send(file.contents()) }
    }
}

/// Tells of each file its place in its inbox, below the numbered folder, and its content.
final class ListingFiles: Node {
    let inp = Input<[String: File]>()
    let out = Output<[String: [String]]>()

    override func run() throws {
        while let files = try inp.next() {
            try out.send(files.mapValues { [$0.placeInItem, try $0.contents()] })
        }
    }
}

extension File {
    struct Unreadable: Error {
        let path: String
    }

    func contents() throws -> String {
        guard let text = FileContents.text(of: path) else { throw Unreadable(path: path) }
        return text
    }

    /// What follows the numbered folder.
    var placeInItem: String {
        let parts = path.split(separator: "/")
        guard let mark = parts.firstIndex(where: { $0.hasPrefix(".maize-") }) else { return "not in an inbox: \(path)" }
        return parts[(mark + 3)...].joined(separator: "/")
    }
}

/// A value with a file in it.
struct Pose: Codable, Sendable, Hashable {
    var name: String
    var score: Double
    var structure: File
    var extras: [File]
}
