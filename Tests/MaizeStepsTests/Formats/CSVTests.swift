import Maize
import MaizeTesting
import MaizeWire
import SeededRandom
import Testing

/// `ReadCSV` and `WriteCSV`.
@Suite(.timeLimit(.minutes(10))) struct CSVTests {
    enum Kind: String, Codable, Sendable { case sugar, drug }

    struct Molecule: Codable, Equatable, Sendable {
        var name: String
        var mass: Double
        var charge: Int?
        var kind: Kind?
        var remark: String?
        var isSafe: Bool?
    }

    struct Literals: Codable, Equatable, Sendable {
        var first = -1.5e-20
        var second = 11
        var third = true
        var fourth = Double.infinity
    }

    struct Single: Codable, Equatable, Sendable {
        var number: Int?
    }

    let files: TestRun

    init() throws { files = try TestRun() }

    private func read<Item: Codable & Sendable>(
        _ type: Item.Type,
        _ text: String,
        _ change: @escaping (ReadCSV<Item>) -> Void = { _ in }
    ) throws -> NodeRigResult<ReadCSV<Item>> {
        let path = try files.write(text, to: "in.csv")
        return try NodeRig(ReadCSV<Item>.self) {
            $0.path = path
            change($0)
        }.runToEnd()
    }

    private func rows(_ text: String, separator: String = ",") throws -> [[String]] {
        try read([String].self, text) {
            $0.header = false
            $0.separator = separator
        }.items(of: \.out)
    }

    private func write<Item: Codable & Sendable>(
        _ items: [Item],
        then end: StreamEnd = .finished,
        _ change: @escaping (WriteCSV<Item>) -> Void = { _ in }
    ) throws -> NodeRigResult<WriteCSV<Item>> {
        let path = files.file("out.csv")
        return try NodeRig(WriteCSV<Item>.self) {
            $0.path = path
            change($0)
        }.feed(\.inp, items, then: end).runToEnd()
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a,\n,b\n", [["a", ""], ["", "b"]]),
        ("\"a,\"\"b\"\"\",c\n", [["a,\"b\"", "c"]]), ("\"a\nb\r\n\n\",\"\"\r\n", [["a\nb\r\n\n", ""]]),
        ("a,b\n\n\r\n1,2\n\n", [["a", "b"], ["1", "2"]]), ("a\n\nb\n", [["a"], [""], ["b"]]), ("", []),
        (" a ,\tb\n", [[" a ", "\tb"]]), ("\"\"\"\"\"\"\n", [["\"\""]]), ("é;🌽,x\n", [["é;🌽", "x"]]),
        ("\"x\ny\",\"\nz\n\"\n1,2\n", [["x\ny", "\nz\n"], ["1", "2"]]),
    ])
    func `rows are as RFC 4180 has them`(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test func `the separator may be another one`() throws {
        #expect(try rows("a;b,c\n", separator: ";") == [["a", "b,c"]])
        #expect(try rows("a\t\"b\tc\"\n", separator: "\t") == [["a", "b\tc"]])
    }

    @Test func `names of columns are properties`() throws {
        let text =
            "mass,more,name,kind,charge,remark,isSafe\n194.19,x,caffeine,drug,-1,\"\",true\n 180.16 ,,glucose,,,,\n"
        #expect(
            try read(Molecule.self, text).items(of: \.out) == [
                Molecule(name: "caffeine", mass: 194.19, charge: -1, kind: .drug, remark: "", isSafe: true),
                Molecule(name: "glucose", mass: 180.16),
            ]
        )
        #expect(try read(Molecule.self, "name,mass\n").end(of: \.out) == .finished)
        #expect(try read([String: Double].self, "a,b\n1,-2e3\n").items(of: \.out) == [["a": 1, "b": -2000]])
    }

    @Test func `nothing is guessed, unless numbers are asked for`() throws {
        let text = "a,b,c,d,e\n007,1,2.5,1e400,\"3\"\n"
        #expect(
            try read(JSONValue.self, text).items(of: \.out) == [
                ["a": "007", "b": "1", "c": "2.5", "d": "1e400", "e": "3"]
            ]
        )
        #expect(
            try read(JSONValue.self, text) { $0.numbers = true }.items(of: \.out) == [
                ["a": "007", "b": 1, "c": .number(2.5), "d": "1e400", "e": "3"]
            ]
        )
        #expect(try read(JSONValue.self, "a,1\n") { $0.header = false }.items(of: \.out) == [.array(["a", "1"])])
        #expect(try read([Int].self, "007,1\n") { $0.header = false }.items(of: \.out) == [[7, 1]])
    }

    @Test(arguments: [
        ("name,mass\na,b\n", "line 2, column 3: a number is expected in column 'mass', not \"b\""),
        ("name,mass\na,1\n\"x\ny\",\n", "line 4, column 4: a number is expected in column 'mass', not \"\""),
        ("name,mass,charge\na,1,1.5\n", "line 2, column 5: a whole number is expected in column 'charge', not \"1.5\""),
        (
            "name,mass,kind\na,1,salt\n",
            "line 2, column 5: a value of type Kind is expected in column 'kind', not \"salt\""
        ),
        ("name,mas\na,1\n", "line 2, column 1: there is no column 'mass'; did you mean 'mas'?"),
        ("name,mass\na\n", "line 2: 1 field instead of 2, as in the first line"),
        ("name,mass\na,1,2\n", "line 2: 3 fields instead of 2, as in the first line"),
        ("name,name\na,1\n", "line 1, column 6: column 2 has the name 'name', as column 1 has; names must differ"),
        (
            "name,mass\na\"b,1\n",
            "line 2, column 2: a quote inside of a field without quotes; put the field in quotes, and write it twice"
        ),
        (
            "name,mass\n\"a\"b,1\n",
            "line 2, column 4: something follows a closing quote; a quote inside of a field is written twice"
        ),
        (
            "name,mass\ra,1\r",
            "line 1, column 10: a carriage return in the middle of a line; lines end with \\n or \\r\\n, and a field with one"
                + " in it stands in quotes"
        ),
        ("name,mass\n\"a,1\nb,2\n", "line 2: the row that begins here ends inside of quotes; one is missing"),
    ])
    func `errors name the line and the column`(text: String, message: String) throws {
        let result = try read(Molecule.self, text)
        #expect((result.error as? FileFailure)?.message == message)
        #expect(result.end(of: \.out) != .finished)
    }

    @Test func `a separator that is none is found before the run`() throws {
        for separator in ["", ",,", "é", "\"", "\n"] {
            let rig = NodeRig(ReadCSV<[String]>.self) {
                $0.path = "x"
                $0.separator = separator
            }
            #expect(rig.problem?.contains("breaks the rule 'is one ASCII character") == true)
        }
    }

    // MARK: Writing

    @Test func `items are rows, with the names of their properties`() throws {
        let items = [
            Molecule(name: "a,\"b\"\n", mass: 0.1, remark: ""),
            Molecule(name: "c", mass: .infinity, charge: 1, isSafe: true),
        ]
        #expect(try write(items).outcome == .completed)
        #expect(
            files.text(of: "out.csv")
                == "name,mass,charge,kind,remark,isSafe\n\"a,\"\"b\"\"\n\",0.1,,,\"\",\nc,inf,1,,,true\n"
        )
        let path = files.file("out.csv")
        let again = try NodeRig(ReadCSV<Molecule>.self) { $0.path = path }.run()
        #expect(again.items(of: \.out) == items)
    }

    @Test func `rows without names are lists`() throws {
        _ = try write([["a", ""], ["b", ";"]]) { $0.separator = ";" }
        #expect(files.text(of: "out.csv") == "a;\"\"\nb;\";\"\n")
        _ = try write([[1.5, 2], [3, 4]])
        #expect(files.text(of: "out.csv") == "1.5,2.0\n3.0,4.0\n")
        _ = try write([1, nil, 3] as [Int?])
        #expect(files.text(of: "out.csv") == "1\n\"\"\n3\n")
    }

    @Test(arguments: [".", "-", "1", "e", "i"])
    func `a separator that numbers and truth values hold puts them in quotes`(separator: String) throws {
        _ = try write([Literals(), Literals()]) { $0.separator = separator }
        let text = try #require(files.text(of: "out.csv"))
        #expect(
            try read(Literals.self, text) { $0.separator = separator }.items(of: \.out) == [Literals(), Literals()]
        )
    }

    @Test func `what is missing in the only column is read as missing`() throws {
        let items = [nil, 1, nil].map(Single.init)
        _ = try write(items)
        #expect(files.text(of: "out.csv") == "number\n\"\"\n1\n\"\"\n")
        #expect(try read(Single.self, "number\n\"\"\n1\n\n").items(of: \.out) == items)
        #expect(try read(Int?.self, "1\n\"\"\n") { $0.header = false }.items(of: \.out) == [1, nil])
        #expect(try read(String.self, "\"\"\n") { $0.header = false }.items(of: \.out) == [""])
    }

    @Test func `a dictionary without anything is a row of empty fields`() throws {
        _ = try write([["a": 1, "b": 2], [:]])
        #expect(files.text(of: "out.csv") == "a,b\n1,2\n,\n")
        _ = try write([[String: Int]()]) { $0.columns = ["b", "a"] }
        #expect(files.text(of: "out.csv") == "b,a\n,\n")
    }

    @Test func `columns that cannot be are found before the run`() throws {
        func problem<Item: Codable & Sendable>(_: Item.Type, _ columns: [String]) -> String {
            let path = files.file("columns.csv")
            return NodeRig(WriteCSV<Item>.self) {
                $0.path = path
                $0.columns = columns
            }.feed(\.inp, []).problem ?? ""
        }
        for columns in [[], ["mass", "mass"]] {
            #expect(problem(Molecule.self, columns).contains("names at least one column, and none twice"))
        }
        #expect(
            problem(Molecule.self, ["name", "mas"]).contains(
                "columns names 'mas', but items of Molecule have no such field"
            )
        )
        #expect(problem(Molecule.self, ["mass", "charge"]).isEmpty)
        #expect(problem([String: Int].self, ["any"]).isEmpty && problem(JSONValue.self, ["any"]).isEmpty)
        #expect(problem([Int].self, ["first", "second"]).isEmpty)
    }

    @Test func `a file that is not there is found before the run`() throws {
        let problem = NodeRig(ReadCSV<[String]>.self) { $0.path = "/nowhere/x.csv" }.problem
        #expect(problem?.contains("there is no file or folder '/nowhere/x.csv'") == true, "\(problem ?? "")")
    }

    @Test func `columns say what is written`() throws {
        let items: [[String: Int]] = [["b": 2, "a": 1, "c": 3], ["a": 4]]
        _ = try write(items) { $0.columns = ["c", "a"] }
        #expect(files.text(of: "out.csv") == "c,a\n3,1\n,4\n")
        _ = try write(items) { $0.header = false }
        #expect(files.text(of: "out.csv") == "1,2,3\n4,,\n")
        _ = try write([[String: Int]]()) { $0.columns = ["c", "a"] }
        #expect(files.text(of: "out.csv") == "c,a\n")
        _ = try write([[String: Int]]())
        #expect(files.text(of: "out.csv") == "")
    }

    @Test func `what makes no row is an error with the item`() throws {
        let stranger = try write([["a": 1], ["a": 1, "b": 2]])
        #expect(
            "\(try #require(stranger.error))".contains("item 2 has the field 'b', which the first line does not have")
        )
        let nested = try write([["a": [1]]])
        #expect("\(try #require(nested.error))".contains("item 1 has a list as 'a'; a field of CSV holds one value"))
        let uneven = try write([[1, 2], [3]])
        #expect("\(try #require(uneven.error))".contains("item 2 has 1 values; the rows have 2"))
        #expect(files.text(of: "out.csv") == nil)
    }

    @Test func `a broken stream leaves what was there`() throws {
        try files.write("old", to: "out.csv")
        #expect(try write([["a": 1]], then: .broken).outcome.word == "stopped")
        #expect(files.text(of: "out.csv") == "old")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `what is written is read again`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = ["a", "\"", ",", "\n", "\r", " ", "é", "\r\n", "\"\"", "0"]
        let width = random.number(1...4)
        let items = (0..<random.number(0...30)).map { _ in
            (0..<width).map { _ in
                (0..<random.number(0...5)).map { _ in pieces[random.number(0...(pieces.count - 1))] }.joined()
            }
        }
        #expect(try write(items).outcome == .completed)
        #expect(try rows(try #require(files.text(of: "out.csv"))) == items, "seed \(seed)")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `rubbish is read or refused, and nothing worse`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = ["a", "\"", ",", "\n", "\r\n", "\"\"", "\u{0}", "é", "1"]
        for _ in 0..<20 {
            let text = (0..<random.number(0...60)).map { _ in pieces[random.number(0...(pieces.count - 1))] }.joined()
            let result = try read(JSONValue.self, text)
            #expect(result.error == nil || result.error is FileFailure, "seed \(seed): \(text)")
        }
    }
}
