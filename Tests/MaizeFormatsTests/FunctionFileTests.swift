import Maize
import TemporaryFiles
import Testing

@testable import MaizeFormats

struct Share: Function2 {
    static var inputs: (String, String) { ("part", "whole") }
    @Parameter(rule: .in(0...6)) var digits = 1

    func call(_ part: Int, _ whole: Int) throws -> String {
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        return "\(Double(100 * part * scale / whole) / Double(scale)) %"
    }
}

struct IsLong: Function1 {
    @Parameter var least = 4
    func call(_ text: String) -> Bool { text.count >= least }
}

struct Longest: Function2 {
    func call(_ longest: String, _ text: String) -> String { text.count > longest.count ? text : longest }
}

struct FirstLetters: Function1 {
    @Parameter var count = 1
    func call(_ text: String) -> String { String(text.prefix(count)) }
}

struct Length: Function1 {
    func call(_ text: String) -> Int { text.count }
}

/// Functions that files name.
@Suite(.timeLimit(.minutes(10))) struct FunctionFileTests {
    private let types: [Component.Type] = [Share.AsNode.self, Filter<IsLong>.self, Fold<Longest>.self]

    private func result(_ text: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let flow = try Workflow(contentsOf: folder.write(text), nodes: types)
        var options = RunOptions()
        options.scratch = folder.path
        options.logFile = folder.path + "/log"
        try flow.execute(options)
        return try #require(flow.component(at: ["return"]) as? Return<String>).values
    }

    @Test func `a function is named as its type, its inputs as it says, its parameters as its own`() throws {
        let text = """
            nodes:
            - {name: part, type: LoadData, parameters: {data: 1}}
            - {type: Share, parameters: {whole: 3, digits: 2}}
            - {type: Return}
            channels:
            - {sending: {part: out}, receiving: {share: part}}
            - {sending: {share: out}, receiving: {return: inp}}
            """
        #expect(try result(text) == ["33.33 %"])
        #expect(
            try result(text.replacing("type: Share", with: "name: share, type: FunctionNode2<Share>")) == ["33.33 %"]
        )
        let tooMany = try problems(text.replacing("digits: 2", with: "digits: 9"), nodes: types)
        #expect(tooMany.count == 1 && tooMany[0].hasPrefix("flow.yaml:3:"), "\(tooMany)")
        #expect(tooMany[0].hasSuffix("share.digits: the value 9 breaks the rule 'is in 0...6'"), "\(tooMany)")
        let wrong = try problems(text.replacing("share: part}", with: "share: third}"), nodes: types)
        #expect(wrong.contains { $0.contains("'share' (Share) has no port 'third'") }, "\(wrong)")
    }

    @Test func `what is made of a function is named with it`() throws {
        let text = """
            nodes:
            - {name: words, type: LoadData, parameters: {data: [to, maize, a, wheat]}}
            - {type: Scatter}
            - {type: Filter<IsLong>, parameters: {least: 2}}
            - {type: Fold<Longest>, parameters: {initial: ""}}
            - {type: Return}
            channels:
            - {sending: {words: out}, receiving: {scatter: inp}}
            - {sending: {scatter: out}, receiving: {filter: inp}}
            - {sending: {filter: out}, receiving: {fold: inp}}
            - {sending: {fold: out}, receiving: {return: inp}}
            """
        #expect(try result(text) == ["maize"])
        #expect(try result(text.replacing("Filter<IsLong>", with: "filter< islong >")) == ["maize"])
        let misspelt = try problems(text.replacing("Filter<IsLong>", with: "Filter<IsLang>"), nodes: types)
        #expect(misspelt.contains { $0.contains("Filter<IsLong>") }, "\(misspelt)")
    }

    @Test(arguments: [
        "SortBy<FirstLetters>", "UniqueBy<FirstLetters>", "GroupByKey<FirstLetters>", "JoinBy<FirstLetters, Length>",
    ])
    func `what takes keys is named with the functions that give them`(type: String) throws {
        let types: [Component.Type] = [
            SortBy<FirstLetters>.self, SortBy<Length>.self, UniqueBy<FirstLetters>.self, UniqueBy<Length>.self,
            GroupByKey<FirstLetters>.self, GroupByKey<Length>.self, JoinBy<FirstLetters, Length>.self,
        ]
        let text = """
            nodes:
            - {name: keyed, type: "\(type)", parameters: {count: 2}}
            """
        let problems = try problems(text, nodes: types)
        #expect(problems.allSatisfy { $0.contains("not connected") }, "\(problems)")
    }
}
