@_exported public import MaizeCore
@_exported public import MaizeRuntime
@_exported public import MaizeSteps
@_exported public import MaizeWire
