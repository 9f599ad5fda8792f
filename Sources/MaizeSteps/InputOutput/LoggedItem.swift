internal import MaizeCore
internal import MaizeSystem

/// An item as the log shows it.
enum LoggedItem {
    /// The item, and of a file whether it exists.
    static func text<Item>(of item: Item) -> String {
        guard let file = item as? File else { return ItemText.text(of: item) }
        return "\(file) (\(Executable.exists(file.path) ? "exists" : "not found"))"
    }
}
