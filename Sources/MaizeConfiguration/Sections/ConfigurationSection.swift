internal import MaizeCore

/// All that a configuration file says at its top level, or in one of its profiles.
package struct ConfigurationSection: Sendable {
    /// What is set for a type of nodes, under the name that the file uses.
    package struct TypeSection: Sendable {
        package var name: String
        package let source: SettingSource
        package var nodes: NodeSection
    }

    /// Below this folder runs make theirs.
    package var scratch: Setting<String>?
    /// Seconds that one look at the machine before a run may take.
    package var checkLimit: Setting<Double>?
    /// Folders of users' packages.
    package var packages: [Setting<String>] = []
    package var nodes = NodeSection()
    package var batch = BatchSection()
    package var storage = StorageSection()
    /// In the order of the file.
    package var types: [TypeSection] = []

    package init() {}

    /// The section with what another one sets over it, key by key; packages are added.
    func overlaid(with other: ConfigurationSection) -> ConfigurationSection {
        var result = self
        result.scratch = other.scratch ?? scratch
        result.checkLimit = other.checkLimit ?? checkLimit
        result.packages += other.packages.filter { new in !packages.contains { $0.value == new.value } }
        result.nodes = nodes.overlaid(with: other.nodes)
        result.batch = batch.overlaid(with: other.batch)
        result.storage = storage.overlaid(with: other.storage)
        for type in other.types {
            let key = MachineSettings.key(type.name)
            if let place = result.types.firstIndex(where: { MachineSettings.key($0.name) == key }) {
                result.types[place].nodes = result.types[place].nodes.overlaid(with: type.nodes)
            } else {
                result.types.append(type)
            }
        }
        return result
    }
}
