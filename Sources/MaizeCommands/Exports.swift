@_exported public import Maize
