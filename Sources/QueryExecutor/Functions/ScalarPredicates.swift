import GraphCore
import QueryLanguage
import SourceText

/// `IN`, the string predicates and access to parts of a value, on single values.
package enum ScalarPredicates {
  /// Whether an element of the list equals `element`; unknown if none does for certain and null hides one that might.
  package static func isElement(_ element: Value, of list: Value) throws(FunctionFailure) -> Value {
    if list.isNull { return .null }
    guard case .list(let values) = list else {
      throw FunctionFailure(.invalidArgumentType, .typeError, "`IN` expects a List, found \(list.typeName)")
    }
    var isKnown = true
    for value in values {
      switch element.equals(value) {
      case true?: return .boolean(true)
      case nil: isKnown = false
      case false?: break
      }
    }
    return isKnown ? .boolean(false) : .null
  }

  /// Null unless both are strings, as for the two below. Compares bytes.
  package static func startsWith(_ text: Value, _ prefix: Value) -> Value {
    guard case .string(let a) = text, case .string(let b) = prefix else { return .null }
    return .boolean(a.utf8.starts(with: b.utf8))
  }

  package static func endsWith(_ text: Value, _ suffix: Value) -> Value {
    guard case .string(let a) = text, case .string(let b) = suffix else { return .null }
    guard a.utf8.count >= b.utf8.count else { return .boolean(false) }
    return .boolean(a.utf8.suffix(b.utf8.count).elementsEqual(b.utf8))
  }

  package static func contains(_ text: Value, _ part: Value) -> Value {
    guard case .string(let a) = text, case .string(let b) = part else { return .null }
    return .boolean(isContained(b, in: a))
  }

  /// `=~`: whether the regular expression matches the whole text. An evaluator that meets one pattern for many rows
  /// keeps the `RegularExpression`.
  package static func matches(_ text: Value, _ pattern: Value) throws(FunctionFailure) -> Value {
    guard case .string(let a) = text, case .string(let b) = pattern else { return .null }
    return .boolean(try RegularExpression(b).matches(a))
  }

  /// `list[index]`, counted from 0 or, if negative, from the end; `map[key]`. Null outside.
  package static func element(of container: Value, at index: Value) throws(FunctionFailure) -> Value {
    switch (container, index) {
    case (.null, _): return .null
    case (.list, .null), (.map, .null): return .null
    case (.list(let values), .integer(let position)):
      let offset = position < 0 ? position + Int64(values.count) : position
      return offset >= 0 && offset < values.count ? values[Int(offset)] : .null
    case (.list, _):
      throw FunctionFailure(
        .listElementAccessByNonInteger, .typeError, "a list is indexed by an Integer, found \(index.typeName)")
    case (.map(let map), .string(let key)): return map[key] ?? .null
    case (.map, _):
      throw FunctionFailure(
        .mapElementAccessByNonString, .typeError, "a map is indexed by a String, found \(index.typeName)")
    default:
      throw FunctionFailure(.invalidArgumentType, .typeError, "cannot index into \(container.typeName)")
    }
  }

  /// `list[from..to]`; a bound that is not written is nil, one that is null makes the slice null.
  package static func slice(of list: Value, from: Value?, to: Value?) throws(FunctionFailure) -> Value {
    if list.isNull { return .null }
    guard case .list(let values) = list else {
      throw FunctionFailure(.invalidArgumentType, .typeError, "cannot take a slice of \(list.typeName)")
    }
    guard let start = try bound(from, in: values, or: 0), let end = try bound(to, in: values, or: values.count) else {
      return .null
    }
    return .list(start < end ? Array(values[start..<end]) : [])
  }

  private static func bound(
    _ value: Value?, in list: [Value], or standard: Int
  ) throws(FunctionFailure) -> Int? {
    switch value {
    case nil: return standard
    case .null?: return nil
    case .integer(let position)?:
      let offset = position < 0 ? position + Int64(list.count) : position
      return Int(min(max(offset, 0), Int64(list.count)))
    case let other?:
      throw FunctionFailure(
        .listElementAccessByNonInteger, .typeError, "bounds of a slice are Integers, found \(other.typeName)")
    }
  }

  /// `value.key` of a map or a temporal value. Nodes and edges need their graph and are not answered here.
  package static func property(_ key: String, of value: Value) throws(FunctionFailure) -> Value {
    switch value {
    case .null: return .null
    case .map(let map): return map[key] ?? .null
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
      if let component = value.temporalComponent(key) {
        if case .duration = value, component.isNull { throw .overflow("`\(key)` of a duration") }
        return component
      }
      let nearest = nearestName(to: key, among: value.temporalComponentNames).map { "; did you mean `\($0)`?" } ?? ""
      throw FunctionFailure(
        .invalidArgumentValue, .argumentError, "\(value.typeName) has no component `\(key)`\(nearest)")
    default:
      throw FunctionFailure(.invalidArgumentType, .typeError, "\(value.typeName) has no properties")
    }
  }
}
