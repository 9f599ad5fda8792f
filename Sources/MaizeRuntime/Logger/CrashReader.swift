internal import MaizeWire

/// Follows what a node prints: keeps its last lines, and reads the run-time's account of a crash.
///
/// The account starts with `Fatal error:` or with the backtrace's own header; from there on the lines are the
/// run-time's, not the node's.
struct CrashReader {
    private(set) var words = LastWords()
    private(set) var isInCrash = false

    /// Lines of the node's own that are kept, empty ones aside.
    static let keptLines = 5
    /// Characters of such a line that are kept.
    static let keptCharacters = 400

    mutating func read(_ line: String) {
        if let range = line.firstRange(of: "Fatal error: ") {
            isInCrash = true
            words.crashMessage = String(line[range.lowerBound...])
            // `File.swift:12: Fatal error: …`: the place, unless the backtrace gives a better one.
            let place = line[..<range.lowerBound]
            if place.hasSuffix(": "), !place.hasPrefix("Swift/") { words.crashLocation = String(place.dropLast(2)) }
        } else if CrashReader.isFromRunTime(line) {
            isInCrash = true
            if words.crashMessage == nil, let range = line.firstRange(of: "Program crashed: ") {
                words.crashMessage = line[range.upperBound...].split(separator: " at 0x").first.map(String.init)
            }
        } else if isInCrash {
            readFrame(line)
        } else if !line.allSatisfy(\.isWhitespace) {
            // Empty lines tell nothing, and the run-time prints one before its account.
            words.lines.append(String(line.prefix(CrashReader.keptCharacters)))
            if words.lines.count > CrashReader.keptLines { words.lines.removeFirst() }
        }
    }

    /// Whether a line starts the run-time's account of a crash, or tells of its trouble with giving one.
    private static func isFromRunTime(_ line: String) -> Bool {
        line.hasPrefix("*** Signal ") || line.hasPrefix("swift-runtime: ") || line.contains("Program crashed: ")
    }

    private var hasFrame = false

    /// Takes the first frame that is not the run-time's own and has a file and a line.
    private mutating func readFrame(_ line: String) {
        let text = line.drop { $0 == " " }
        guard !hasFrame, text.first?.isNumber == true, !text.contains("[system]"),
            let place = text.ranges(of: " at ").last.map({ text[$0.upperBound...] }),
            place.hasPrefix("/"), !place.contains("<compiler-generated>"),
            let address = text.firstRange(of: "0x")
        else { return }
        let function = text[address.upperBound...].drop { $0 != " " }.dropFirst()
        guard let end = function.ranges(of: " in ").last else { return }
        var name = String(function[..<end.lowerBound])
        if let offset = name.firstRange(of: " + ") { name = String(name[..<offset.lowerBound]) }
        hasFrame = true
        words.crashLocation = "\(name) at \(place)"
    }
}
