import MaizeCore

@testable import Cyclic
@testable import Hello
@testable import LoadBalancing
@testable import Roots
@testable import Squares
@testable import Words

/// The workflow of a program in Examples.
enum ExampleWorkflow: CaseIterable {
    case cyclic, hello, loadBalancing, roots, squares, words

    // Here, and not beside the tests: some modules have the names of types of Maize.
    func make() throws -> Workflow {
        let flow = try workflow()
        try flow.buildIfNeeded()
        return flow
    }

    private func workflow() throws -> Workflow {
        switch self {
        case .cyclic: try Cyclic.workflow()
        case .hello: try Hello.workflow()
        case .loadBalancing: LoadBalancing.workflow()
        case .roots: try RootsProgram.workflow()
        case .squares: try Program.workflow()
        case .words: try Words.workflow()
        }
    }
}
