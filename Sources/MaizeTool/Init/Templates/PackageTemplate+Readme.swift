extension PackageTemplate {
    /// `README.md`.
    var readme: String {
        """
        # \(name.text)

        Nodes for workflows of maize-swift.

        | where | what |
        |---|---|
        | `Sources/\(name.nodes)` | the nodes, a file each |
        | `Sources/\(name.text)` | the program, with a workflow in Swift |
        | `flow.yaml` | the same workflow as a file |
        | `Tests/\(name.nodes)Tests` | tests of nodes alone |

        ```sh
        swift test                                   # pass the tests
        swift run \(name.text) --window 3              # run the program's own workflow
        maize-swift execute flow.yaml --window 3     # run the file with the nodes of this package
        maize-swift check flow.yaml                  # find what is wrong with the file
        maize-swift list --package-path .            # the types of nodes that files may name
        ```

        For long computations, let the compiler optimise: `swift run -c release \(name.text)`, and
        `maize-swift execute flow.yaml --package-configuration release`.

        """
    }
}
