@_exported public import MaizeDocuments
