import MaizeConfiguration
import MaizeDocuments
import MaizeCore
import TemporaryFiles
import Testing

/// Files over each other, and profiles.
@Suite struct ConfigurationLayerTests {
    let files: ConfigurationFolder

    init() throws { files = try ConfigurationFolder() }

    private static let profiled = """
        scratch = "/base"
        [environment]
        A = "base"
        B = "base"
        [Vina]
        commands.vina = "base"
        modules = ["one", "two"]
        [profile.cluster]
        scratch = "/cluster"
        environment.A = "cluster"
        vina.scripts.vina = { location = "/cluster.py" }
        vina.modules = ["three"]
        [profile.laptop]
        """

    @Test func `a profile comes over the rest, key by key`() throws {
        let base = try files.read(ConfigurationLayerTests.profiled)
        #expect(base.section.scratch?.value == "/base" && base.settings.general.environment["A"] == "base")
        let cluster = try files.read(ConfigurationLayerTests.profiled, profile: "cluster")
        #expect(cluster.section.scratch?.value == "/cluster")
        #expect(cluster.settings.general.environment == ["A": "cluster", "B": "base"])
        let vina = cluster.settings.settings(for: "Vina")
        #expect(vina.words(for: "vina") == ["/cluster.py"] && vina.modules == ["three"])
        #expect(try files.read(ConfigurationLayerTests.profiled, profile: "laptop").section.scratch?.value == "/base")
    }

    @Test func `an unknown profile is told with the nearest one`() throws {
        #expect(
            try files.problems(of: ConfigurationLayerTests.profiled, profile: "clustr") == [
                "0:0: there is no profile 'clustr'; did you mean 'cluster'?"
            ]
        )
    }

    @Test func `a mistake in a profile is told although nobody chose it`() throws {
        #expect(
            try files.problems(of: "[profile.x]\nbatch.max_job = 3\n") == [
                "2:7: unknown key 'max_job' in [batch]; did you mean 'max_jobs'?"
            ]
        )
    }

    @Test func `another file comes over the user's own, and packages are added`() throws {
        let own = try files.folder.write(
            "packages = [\"/a\"]\nscratch = \"/own\"\n[environment]\nA = \"own\"\n",
            to: "own"
        )
        let other = try files.folder.write(
            "packages = [\"/a\", \"/b\"]\n[environment]\nB = \"x\"\nA = \"y\"\n",
            to: "other"
        )
        let variables = ["MAIZE_CONFIG": own]
        let found = try MachineConfiguration.found(with: other, profile: nil) { variables[$0] }
        #expect(found.files == [own, other] && found.section.scratch?.value == "/own")
        #expect(found.settings.general.environment == ["A": "y", "B": "x"])
        #expect(found.packages.map(\.value) == ["/a", "/b"])
        #expect(found.section.nodes.environment["A"]?.source.description == "\(other):4")
        #expect(try MachineConfiguration.found(with: nil, profile: nil) { variables[$0] }.files == [own])
    }

    @Test func `a file that is named must be there`() throws {
        let variables = ["MAIZE_CONFIG": "/nowhere/maize.toml"]
        #expect {
            try MachineConfiguration.found(with: "/nowhere/other.toml", profile: nil) { variables[$0] }
        } throws: { error in
            "\(error)".split(separator: "\n") == [
                "/nowhere/maize.toml: error: the file cannot be read: No such file or directory",
                "/nowhere/other.toml: error: the file cannot be read: No such file or directory",
            ]
        }
    }

    @Test func `no file in the usual place is fine`() throws {
        let variables = ["XDG_CONFIG_HOME": files.folder.path]
        let found = try MachineConfiguration.found(with: nil, profile: nil) { variables[$0] }
        #expect(found.files == [] && found.settings.file == files.path("maize.toml"))
    }
}
