import MaizeCore
import Testing

/// What a user probably meant.
@Suite struct NearestNameTests {
    @Test(arguments: [
        ("LoadDat", "LoadData"), ("loaddata", "LoadData"), ("Mrege", "Merge"), ("Logg", "Log"), ("mereg", "Merge"),
        ("Lag", "Log"),
    ])
    func `a slip is recognised`(name: String, meant: String) {
        #expect(NearestName.nearest(to: name, among: ["Log", "LoadData", "Merge"]) == meant)
    }

    @Test(arguments: ["x", "", "Lxx", "Something", String(repeating: "x", count: 100_000)])
    func `what is like nothing is none`(name: String) {
        #expect(NearestName.nearest(to: name, among: ["Log", "LoadData", "Merge", "a", ""]) == nil)
    }

    @Test func `without a nearest one, all are listed, or the first twenty`() {
        #expect(NearestName.suggestion(for: "x", among: ["b", "a"]) == "; there are: a, b")
        #expect(NearestName.suggestion(for: "x", among: []) == "; there are none")
        let many = (10..<40).map { "name\($0)" }
        let text = NearestName.suggestion(for: "x", among: many)
        #expect(text.hasPrefix("; there are: name10, ") && text.hasSuffix("name29 and 10 more"))
    }

    @Test func `the beginning of one name alone means that one`() {
        let verbs = ["execute", "expand", "check", "config"]
        #expect(NearestName.nearest(to: "exec", among: verbs) == "execute")
        #expect(NearestName.nearest(to: "CONF", among: verbs) == "config")
        #expect(NearestName.nearest(to: "ex", among: verbs) == nil)
        #expect(NearestName.nearest(to: "work", among: ["worker1", "worker2"]) == nil)
    }

    @Test func `of equally near ones the first is taken`() {
        #expect(NearestName.nearest(to: "node", among: ["nodf", "nodb"]) == "nodb")
    }
}
