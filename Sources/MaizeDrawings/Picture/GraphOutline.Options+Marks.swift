internal import MaizeCore

extension GraphOutline.Options {
    /// A word or a sign for each that is not as usual.
    var marks: [String] {
        let passes: String? =
            switch (loop, maxLoops) {
            case (false?, _): "once"
            case (_, let most?): "↻ ≤ \(most)"
            case (true?, nil): "↻"
            case (nil, nil): nil
            }
        return [
            passes, attempts > 1 ? "\(attempts) attempts" : nil, failOK ? "may fail" : nil, active ? nil : "off",
        ].compactMap(\.self)
    }
}

extension Picture.Shape {
    /// The type with what changes how it runs, for one line: `Score · ↻ · may fail`.
    var typeWithMarks: String { ([type] + marks).joined(separator: " · ") }
    /// The lines of a box.
    var lines: [String] { [name, type] + (marks.isEmpty ? [] : [marks.joined(separator: " · ")]) + settings }
}
