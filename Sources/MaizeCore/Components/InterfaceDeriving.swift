/// A component whose ports and parameters follow from its type in another way than by its stored properties.
package protocol InterfaceDeriving: Component {
    /// Ports and parameters by what would be their properties' names; the same in each process for one type.
    ///
    /// Called once, when the component learns its names.
    func derivedInterfaces() throws -> [(label: String, interface: Interface)]
}
