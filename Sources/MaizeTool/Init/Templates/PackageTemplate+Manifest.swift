extension PackageTemplate {
    /// `Package.swift`.
    var manifest: String {
        """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "\(name.text)",
            dependencies: [
                \(maize.dependency)
            ],
            targets: [
                // The nodes: a library, which tests and other packages can use.
                .target(
                    name: "\(name.nodes)",
                    dependencies: [.product(name: "Maize", package: "\(maize.package)")]
                ),
                // The program: it runs its own workflow and, with MaizeTool inside, files that name the nodes.
                .executableTarget(
                    name: "\(name.text)",
                    dependencies: [
                        "\(name.nodes)",
                        .product(name: "MaizeCommands", package: "\(maize.package)"),
                        .product(name: "MaizeTool", package: "\(maize.package)"),
                    ]
                ),
                .testTarget(
                    name: "\(name.nodes)Tests",
                    dependencies: [
                        "\(name.nodes)",
                        .product(name: "MaizeTesting", package: "\(maize.package)"),
                    ]
                ),
            ]
        )

        """
    }
}
