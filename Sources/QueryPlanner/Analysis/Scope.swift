import GraphCore

/// What an expression is known to be: its resolved form and the kinds of value it may have.
struct Typed {
  var expression: PlanExpression
  var types: ValueTypes
  /// For lists: the kinds of their elements.
  var elements: ValueTypes = .any
  /// See `Scope.Binding.view`.
  var view: Int?

  /// Whether it is known to be an element, or a list of them.
  var isOfElements: Bool {
    let elements: ValueTypes = [.node, .edge, .path]
    let kinds = types == .list ? self.elements : types
    return kinds != .never && kinds.isSubset(of: elements)
  }
}

/// The names that can be used at one place of a query.
struct Scope {
  struct Binding {
    var variable: Variable
    var types: ValueTypes
    var elements: ValueTypes = .any
    /// For what a MATCH with provenance filters found: the number of these among the statement's views. Its properties
    /// and claims are read as that MATCH saw them. Of a list or map it is that of the elements in it.
    var view: Int?
  }

  private(set) var bindings: [String: Binding] = [:]

  subscript(name: String) -> Binding? { bindings[name] }

  /// Ascending, so that nothing depends on hash order.
  var names: [String] { bindings.keys.sorted() }
  var variables: [Variable] { bindings.values.map(\.variable).sorted() }
  var isEmpty: Bool { bindings.isEmpty }

  mutating func bind(_ name: String, to binding: Binding) { bindings[name] = binding }

  /// This scope with the other's names, which hide its own.
  func overlaid(with other: Scope) -> Scope {
    var result = self
    result.bindings.merge(other.bindings) { $1 }
    return result
  }

  func restricted(to names: Set<String>) -> Scope {
    var result = Scope()
    result.bindings = bindings.filter { names.contains($0.key) }
    return result
  }
}
