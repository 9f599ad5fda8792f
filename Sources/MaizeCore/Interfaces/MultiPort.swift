/// A port with any number of channels, in the order in which they were connected: a collection of single ports.
///
///     func isInUse(_ port: MultiInputPort) -> Bool { port.isConnected }
public class MultiPort<Element: AnyPort>: AnyPort {
    package private(set) final var elements: [Element] = []

    package func makeElement() -> Element { fatalError("every multi port makes its elements") }  // abstract

    /// A new place for a channel; on a graph's port, a new place of the inner port.
    package final func addElement() -> Element {
        if let inner = exposedPort as? MultiPort<Element> { return inner.addElement() }
        let element = makeElement()
        element.propertyName = propertyName
        element.owner = owner
        element.index = elements.count
        elements.append(element)
        return element
    }

    /// The element at a place, with all before it, made where it is missing.
    package final func element(at place: Int) -> Element {
        while elements.count <= place { _ = addElement() }
        return elements[place]
    }
}

/// A multi input of any type.
public typealias MultiInputPort = MultiPort<InputPort>

/// A multi output of any type.
public typealias MultiOutputPort = MultiPort<OutputPort>
