import MaizeSystem
import Testing

/// The types of nodes that a program declares, found by itself.
@Suite(.timeLimit(.minutes(10)))
struct DiscoveryTests {
    /// Debug, and release, where the linker removes what nothing uses.
    private static let programs = [Program.folder, Program.releaseFolder].compactMap(\.self).map {
        $0 + "/PackagedNodes"
    }

    @Test(arguments: programs)
    func `a program lists the nodes that it declares, and that nobody named`(program: String) throws {
        let finished = try Program(program, ["--list"]).wait()
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        let names = finished.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(
            names == [
                "Area", "Countdown", "Cube", "Halved", "HalvedTwice", "Keeper", "Return<T>", "Reversed<T>",
                "TracedSquare",
                "TracedSum",
            ]
        )
    }
}
