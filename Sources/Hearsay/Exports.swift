// What a user of the library meets in its signatures comes along with `import Hearsay`.
@_exported public import GraphCore
@_exported public import Interchange
@_exported public import QueryExecutor
@_exported public import QueryLanguage
@_exported public import QueryPlanner
@_exported public import SourceText
