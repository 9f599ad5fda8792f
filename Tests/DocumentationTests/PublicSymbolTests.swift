import Testing

/// Every public symbol says what it is.
///
/// The formatter's rule `AllPublicDeclarationsHaveDocumentation` sees most declarations, but neither cases of enums, open
/// declarations, requirements of protocols nor members of a `public extension`; the compiler knows all of them.
@Suite(.timeLimit(.minutes(10))) struct PublicSymbolTests {
    @Test(arguments: try Repository.modules())
    func `every public symbol has a documentation comment`(module: String) throws {
        for symbol in try SymbolGraph(of: module).symbols where symbol.needsComment && symbol.docComment == nil {
            Issue.record("\(symbol.place): \(symbol.name) has no comment")
        }
    }
}
