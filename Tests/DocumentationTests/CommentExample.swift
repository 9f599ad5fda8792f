/// Swift in the comment of a public type: what stands indented by four blanks, or in a fence.
///
/// What it is shows in its lines: declarations, the inside of a node, or else the inside of a function with a `flow`.
/// Drawings are no examples.
struct CommentExample {
    let type: String
    let file: String
    /// The first line's number in the file.
    let firstLine: Int
    let lines: [String]

    /// The examples in a symbol's comment.
    static func all(of symbol: SymbolGraph.Symbol) -> [CommentExample] {
        var examples: [CommentExample] = []
        var block: [String] = []
        var firstLine = 0
        var isFenced = false
        func finish() {
            while block.last?.isEmpty == true { block.removeLast() }
            if !block.isEmpty, !isDrawing(block) {
                examples.append(
                    CommentExample(type: symbol.name, file: symbol.file, firstLine: firstLine, lines: block)
                )
            }
            block = []
        }
        func isDrawing(_ lines: [String]) -> Bool { lines.contains { $0.contains(/[─▶│]/) } }
        for line in symbol.docComment?.lines ?? [] {
            // An example may follow a drawing.
            if line.text.isEmpty, isDrawing(block) { finish() }
            if line.text.hasPrefix("```") {
                finish()
                isFenced.toggle()
            } else if isFenced || line.text.hasPrefix("    ") || line.text.isEmpty && !block.isEmpty {
                if block.isEmpty { firstLine = (line.range?.start.line ?? 0) + 1 }
                block.append(isFenced ? line.text : String(line.text.dropFirst(4)))
            } else {
                finish()
            }
        }
        finish()
        return examples
    }

    /// The example in a scope of its own, as the compiler takes it, which then names its place.
    func wrapped(number: Int) -> String {
        let code = lines.filter { !$0.hasPrefix("import ") && $0 != "@main" }
        let text =
            "#sourceLocation(file: \"\(file) (\(type))\", line: \(firstLine + lines.count - code.count))\n"
            + code.joined(separator: "\n") + "\n#sourceLocation()\n"
        if code.contains(where: CommentExample.isMember) { return "final class Example\(number): Node {\n\(text)}\n" }
        if code.contains(where: CommentExample.isType) { return "enum Example\(number) {\n\(text)}\n" }
        return "func example\(number)(_ flow: Workflow) throws {\n\(text)}\n"
    }

    /// What it imports beside the products of this package.
    var imports: [String] { lines.filter { $0.hasPrefix("import ") } }

    private static func isMember(_ line: String) -> Bool {
        line.prefixMatch(of: /@Parameter|override |let \w+ = (Multi)?(Input|Output)[(<]/) != nil
    }

    private static func isType(_ line: String) -> Bool {
        line.prefixMatch(of: #/(final |indirect )?(class|struct|enum|protocol) /#) != nil
    }
}
