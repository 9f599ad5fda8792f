/// Makes values of any type of a text of JSON.
///
/// What the text says is taken as it stands: a number never becomes a text, nor a text a number. A whole number is exact,
/// or refused if the type cannot hold it; names that a type does not know are passed over. A decoder is used again from
/// text to text; it is not for concurrent use.
package final class JSONItemDecoder {
    private let whole: String
    private let limits: JSONLimits
    private var source: JSONSource

    /// - Parameters:
    ///   - whole: What a text is, for messages: a file, a line.
    ///   - limits: What it may hold.
    package init(_ whole: String, limits: JSONLimits = JSONLimits()) {
        self.whole = whole
        self.limits = limits
        source = JSONSource(JSONReader(whole, limits: limits))
    }

    /// The value of a text, which is valid UTF-8.
    ///
    /// - Throws: `JSONProblem`.
    package func decode<Value: Decodable>(_ type: Value.Type, from text: UnsafeRawBufferPointer) throws -> Value {
        // Whoever keeps a decoder from before has a source that has ended.
        if !isKnownUniquelyReferenced(&source) { source = JSONSource(JSONReader(whole, limits: limits)) }
        try source.reader.read(text)
        source.bytes = text
        defer { source.bytes = UnsafeRawBufferPointer(start: nil, count: 0) }
        return try source.decode(type, at: 0)
    }
}
