/// A node whose values say which programs it starts, beside those of its type.
package protocol ProgramChoosing: Node {
    /// The programs, by name, as far as there are values; read by the check.
    var chosenPrograms: [String] { get }
}
