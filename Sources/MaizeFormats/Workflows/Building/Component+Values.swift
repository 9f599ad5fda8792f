internal import MaizeCore
internal import MaizeDocuments

extension Component {
    /// The port or parameter that a file calls so.
    func interface(named name: String) -> Interface? {
        interfaces.first { $0.name == name || $0.propertyName == name }
    }

    /// The names of what can be given a value.
    var valueNames: [String] { parameters.map(\.name) + ports.filter { $0 is InputPort }.map(\.name) }

    /// Gives a parameter, or an input without a channel, the value of an entry; null leaves it as it is.
    func setParameter(_ entry: DocumentValue.Entry, folder: String, suggests: Bool) throws(ValueError) {
        let interface = interface(named: entry.key)
        if interface is MultiInputPort {
            throw ValueError(
                entry.position,
                "'\(entry.key)' of '\(name)' takes any number of channels, and no value; connect a LoadData to it"
            )
        }
        guard let interface, interface is AnyParameter || interface is InputPort else {
            throw ValueError(
                entry.position,
                "'\(name)' has no parameter '\(entry.key)'"
                    + (suggests ? NearestName.suggestion(for: entry.key, among: valueNames) : "")
            )
        }
        if case .null = entry.value.content { return }
        try interface.setValue(entry.value, folder: folder)
    }
}
