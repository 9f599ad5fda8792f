@_exported public import Maize
@_exported public import MaizeConfiguration
