import Testing

@testable import MaizeFormats

/// YAML files that are refused, with the place and what to do.
@Suite struct YAMLRefusalTests {
    @Test(arguments: [
        ("", "the file is empty"),
        ("\n# only a comment\n", "the file is empty"),
        ("a: 1\n---\nb: 2\n", "2:1: a second document; a file holds one"),
        ("a: 1\nb: 2\na: 3\n", "3:1: the key 'a' was given in line 1 already"),
        ("a: 1\n'a': 3\n", "2:1: the key 'a' was given in line 1 already"),
        ("[a, b]: 1", "1:1: a key is a text, nothing else"),
        ("? {a: b}\n: 1", "1:3: a key is a text, nothing else"),
        ("a: &j 1\n? *j\n: 2", "2:3: a key is a text, nothing else"),
        ("a: *b", "1:4: '*b' stands for nothing: there is no '&b' above it"),
        ("a: &a [*a]", "1:8: '*a' stands for what it is a part of"),
    ])
    func `what cannot be a workflow is refused with its place`(text: String, problem: String) throws {
        #expect(try Format.yaml.problem(text) == problem)
    }

    @Test(arguments: [
        ("a: !!str 1", "1:4", "tag:yaml.org,2002:str"), ("a: !x [1]", "1:4", "!x"), ("!x {a: 1}", "1:1", "!x"),
        ("!!str a: 1", "1:1", "tag:yaml.org,2002:str"), ("a: !!python/object:os.system {}", "1:4", "python"),
        ("a: !<tag:x,1:y> b", "1:4", "tag:x,1:y"), ("a: ! b", "1:4", "!"),
    ])
    func `tags are refused, whatever they stand at`(text: String, place: String, tag: String) throws {
        let problem = try #require(try Format.yaml.problem(text))
        #expect(problem.hasPrefix(place + ": the tag '"))
        #expect(problem.contains(tag))
        #expect(problem.hasSuffix("a file is plain data, and types follow from what takes it"))
    }

    @Test(arguments: [
        ("a: [1, 2", "2:1"), ("a: 1\n b: 2", "2:3"), ("a: 'x", "1:6"), ("a: }", "1:4"), ("- a\nb: 1", "2:1"),
        ("a: b: c", "1:5"), ("%YAML 9.9\n---\na", "1:1"), ("a: \"\\q\"", "1:5"), ("\u{FEFF}a: @x", "1:4"),
    ])
    func `unsound YAML is refused with its place`(text: String, place: String) throws {
        let problem = try #require(try Format.yaml.problem(text))
        #expect(problem.hasPrefix(place + ": no sound YAML: "), "\(problem)")
    }

    @Test func `a tab that indents is called one`() throws {
        let problem = try #require(try Format.yaml.problem("a:\n\tb: 1\n"))
        #expect(problem.hasPrefix("2:1: no sound YAML: "))
        #expect(problem.hasSuffix("; this is a tab, and YAML is indented with spaces"))
    }

    @Test(arguments: ["\u{1}", "\u{1B}", "\u{7F}", "\u{FFFE}"])
    func `control characters are refused with their place`(character: String) throws {
        let problem = try #require(try Format.yaml.problem("\u{FEFF}a: 1\nä: x\(character)y"))
        #expect(problem.hasPrefix("2:5: no sound YAML: "), "\(problem)")
    }

    @Test(arguments: [
        "nodes:\n- {name: a, type: LoadData<[Int]>}\n", "nodes:\n- {name: a, type: LoadData<[String: Int]>}\n",
        "nodes:\n- type: LoadData<[String: Int]>\n  name: a\n",
    ])
    func `a type with brackets that was not put in quotes is recognised`(text: String) throws {
        let problem = try #require(try Format.yaml.problem(text))
        #expect(
            problem.hasSuffix("; a type with brackets or a colon is written in quotes: type: \"LoadData<[Int]>\""),
            "\(problem)"
        )
    }

    @Test func `of other unsound YAML nothing is said about types`() throws {
        #expect(try Format.yaml.problem("a: [1, 2")?.contains("quotes") == false)
    }
}
