import Testing

/// Everything that can end a process, block it or starve it.
///
/// One after the other: the tests count processes, and time what happens to them.
@Suite(.serialized, .timeLimit(.minutes(10)))
enum Faults {}
