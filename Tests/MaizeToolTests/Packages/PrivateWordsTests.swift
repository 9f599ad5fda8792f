import MaizeCommands
import Testing

/// What others may see of a command line whose options nobody knows yet.
@Suite struct PrivateWordsTests {
    @Test(arguments: [
        ("flow.yaml --token hunter2 --quiet", "flow.yaml --token ******* --quiet"),
        ("--token=hunter2 flow.yaml", "--token=******* flow.yaml"),
        ("--param node.token=hunter2", "--param ******************"),
        ("--token --hunter2 --deed keep", "--token ********* --deed ****"),
        ("-q hunter2 ./program -- hunter2", "-q ******* ./program -- *******"),
        ("--sizes 1 2 -3 flow.yaml", "--sizes * * ** flow.yaml"),
        ("other.yaml secret", "********** ******"),
        ("--token ", "--token "),
        ("--token ü", "--token **"),
    ])
    func `names of options and of files are shown, and nothing else`(words: String, expected: String) {
        let words = PrivateWords(words.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
        let visible = words.visible { ["flow.yaml", "./program", "secret"].contains($0) }
        #expect(visible.joined(separator: " ") == expected)
    }
}
