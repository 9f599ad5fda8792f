internal import MaizeDocuments

/// Called by `DocumentValue.readHeld`: CMaizeSystem finds it by its name, if it is linked.
///
/// The caller's pointers are to a `SourceText`, and to the place of a `DocumentValue.YAMLResult?` that it has made nil.
@c(maize_formats_read_yaml)
public func maizeReadYAML(_ text: UnsafeRawPointer, _ result: UnsafeMutableRawPointer) {
    let text = text.assumingMemoryBound(to: SourceText.self).pointee
    let result = result.assumingMemoryBound(to: DocumentValue.YAMLResult?.self)
    result.pointee = Result { try YAMLReader.read(text) }
}
