import SnippetCompiler
import Testing

/// Whoever imports our modules beside Foundation still finds every type of Foundation and of the standard library under
/// its own name.
///
/// A public type of ours with such a name would hide the one of the standard library without a word, and make the one
/// of Foundation ambiguous.
@Suite(.timeLimit(.minutes(10))) struct ShadowedNameTests {
    /// What Foundation on Linux is made of, and what every file imports.
    private static let taken = Result {
        let modules = [
            "Swift", "_StringProcessing", "Synchronization", "FoundationEssentials", "FoundationInternationalization",
            "Foundation",
        ]
        return try modules.reduce(into: [String: String]()) { names, module in
            for name in try TopLevelNames(of: module).all { names[name] = module }
        }
    }

    /// Operators are told apart by the types of their operands.
    private static func isOperator(_ name: String) -> Bool { !(name.first?.isLetter ?? false) && name.first != "_" }

    @Test(arguments: try Repository.modules())
    func `no public name is one of the standard library or Foundation`(module: String) throws {
        let taken = try ShadowedNameTests.taken.get()
        for name in try TopLevelNames(of: module).all where !ShadowedNameTests.isOperator(name) {
            if let other = taken[name] { Issue.record("\(module) has a public '\(name)', and so has \(other)") }
        }
    }

    @Test func `the names that are compared are all there`() throws {
        let taken = try ShadowedNameTests.taken.get()
        for name in ["Array", "Void", "zip(_:_:)", "Mutex", "Regex", "Task", "Data", "Locale", "Process", "Port"] {
            #expect(taken[name] != nil, "\(name)")
        }
        #expect(try TopLevelNames(of: "MaizeSteps").all.isSuperset(of: ["Merge", "Discard"]))
    }

    /// Each with what an author of nodes does with it.
    @Test func `common names need no module before them`() throws {
        let types = [
            "Void", "Data", "Date", "URL", "URLComponents", "UUID", "Process", "Pipe", "Operation", "OperationQueue",
            "FileManager", "FileHandle", "Bundle", "Stream", "InputStream", "OutputStream", "Port", "Thread", "Timer",
            "Notification", "NotificationCenter", "Progress", "Unit", "UnitMass", "Measurement<UnitMass>", "Locale",
            "Calendar", "DateComponents", "TimeZone", "Host", "Scanner", "Formatter", "NumberFormatter",
            "DateFormatter", "JSONEncoder", "JSONDecoder", "PropertyListEncoder", "CharacterSet", "IndexSet",
            "IndexPath", "Decimal", "DateInterval", "NSRegularExpression", "RunLoop", "UserDefaults", "ProcessInfo",
            "AttributedString", "TimeInterval", "Result<Int, any Error>", "Set<Int>", "any Sequence<Int>",
            "any Collection<Int>", "String", "Substring", "Character", "Array<Int>", "ArraySlice<Int>",
            "Dictionary<String, Int>", "Range<Int>", "ClosedRange<Int>", "Int?", "any Error", "any Hashable",
            "Duration",
            "Mirror", "Task<Void, Never>", "Regex<Substring>", "Zip2Sequence<[Int], [Int]>", "ContinuousClock",
            "Unicode.Scalar", "AnySequence<Int>", "AnyIterator<Int>", "KeyPath<String, Int>", "Optional<Int>", "Double",
        ]
        let source = """
            import Foundation
            import Maize
            import MaizeCommands
            import MaizeFormats
            import MaizeLogging
            import MaizeTesting

            \(types.enumerated().map { "func take\($0)(_ value: \($1)) {}" }.joined(separator: "\n"))
            func call(_ file: File?) -> Void {
                for (left, right) in zip([1], [2]) { print(min(left, right), max(left, right), abs(left)) }
                _ = [1, 2].map { $0 + 1 }.filter { $0 > 1 }.reduce(0, +)
                _ = Array(repeating: 0, count: 2).sorted()
                _ = Dictionary(grouping: [1, 2]) { $0 % 2 }
                _ = Set([1, 2]).union([3])
                _ = sequence(first: 1) { $0 + 1 }.prefix(3)
                _ = stride(from: 0, to: 4, by: 2)
                _ = repeatElement(1, count: 2)
                _ = String(describing: file) + "\\(Date())" + UUID().uuidString
            }
            """
        #expect(try SnippetCompiler.check(source) == "")
    }
}
