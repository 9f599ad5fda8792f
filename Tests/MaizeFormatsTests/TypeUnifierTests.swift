import MaizeCore
import Testing

@testable import MaizeFormats

/// Open types that are made equal.
@Suite final class TypeUnifierTests {
    private var types = TypeUnifier()

    /// What is known of a term, as a file writes it; `?` for what is not.
    private func text(_ term: TypeTerm) -> String { types.resolved(term).description }

    private func isKnown(_ term: TypeTerm) -> Bool { types.isKnown(term) }

    /// Whether two terms cannot be made equal, and if so whether that is for their many levels.
    private func conflict(_ left: TypeTerm, _ right: TypeTerm) -> TypeUnifier.Conflict? {
        do {
            try types.unify(left, right)
            return nil
        } catch {
            return error
        }
    }

    @Test func `what is known of one is then known of the other`() throws {
        let (one, other) = (types.makeVariable(), types.makeVariable())
        try types.unify(.list(one), other)
        try types.unify(other, .list(.dictionary(.known(Int.self))))
        #expect(text(one) == "[String: Int]" && text(other) == "[[String: Int]]")
        #expect(isKnown(one) && isKnown(.optional(other)))
    }

    @Test func `what is not known is open, and JSON in the end`() {
        let open = TypeTerm.optional(.list(types.makeVariable()))
        #expect(!isKnown(open))
        #expect(text(open) == "[?]?")
        #expect(TypeText.text(of: open.closed) == "[JSON]?")
    }

    @Test func `an attempt that fails changes nothing`() throws {
        let (one, other) = (types.makeVariable(), types.makeVariable())
        try types.unify(one, other)
        let failure = try #require(conflict(.list(.optional(other)), .list(.known(Int.self))))
        #expect(failure.left.description == "[??]" && failure.right.description == "[Int]" && !failure.isTooDeep)
        #expect(!isKnown(one))
        try types.unify(one, .known(String.self))
        #expect(text(other) == "String")
    }

    @Test func `a type never holds itself`() throws {
        let (one, other) = (types.makeVariable(), types.makeVariable())
        try types.unify(one, .list(other))
        #expect(conflict(other, .list(one)) != nil)
        #expect(conflict(other, one) != nil)
        #expect(conflict(one, one) == nil)
        #expect(text(one) == "[?]")
    }

    @Test func `rows of thousands are followed to their end, whatever their order`() throws {
        let row = (0..<50_000).map { _ in types.makeVariable() }
        for place in row.indices.dropLast().reversed() { try types.unify(row[place], row[place + 1]) }
        try types.unify(row[25_000], .known(Int.self))
        #expect(row.allSatisfy { isKnown($0) })
    }

    @Test func `what would be too deep is a conflict, or stays open`() throws {
        var deep = TypeTerm.known(Int.self)
        for _ in 0..<TypeTerm.deepest { deep = .list(deep) }
        #expect(!deep.isTooDeep && TypeTerm.optional(deep).isTooDeep)
        #expect(conflict(types.makeVariable(), deep) == nil)
        #expect(conflict(types.makeVariable(), .list(.list(deep)))?.isTooDeep == true)
        let row = (0..<1000).map { _ in types.makeVariable() }
        for place in row.indices.dropLast().reversed() { try types.unify(.list(row[place]), row[place + 1]) }
        #expect(types.resolved(row[999]).isTooDeep)
        #expect(!isKnown(row[999]))
    }
}
