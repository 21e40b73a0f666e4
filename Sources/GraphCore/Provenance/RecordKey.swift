/// The key of a node of one kind: a claim's key cannot stand where a report's is asked for.
package struct RecordKey<Record>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let element: ElementKey
  package init(_ element: ElementKey) { self.element = element }
  package var description: String { element.description }
  package static func < (a: Self, b: Self) -> Bool { a.element < b.element }
}

package typealias ReportKey = RecordKey<ReportNode>
package typealias ActorKey = RecordKey<ActorNode>
package typealias PlaceKey = RecordKey<PlaceNode>
package typealias EventKey = RecordKey<EventNode>
package typealias ClaimKey = RecordKey<ClaimNode>

/// An end of a world edge.
package enum WorldKey: Hashable, Sendable {
  case actor(ActorKey)
  case place(PlaceKey)
  case event(EventKey)

  package var element: ElementKey {
    switch self {
    case .actor(let key): key.element
    case .place(let key): key.element
    case .event(let key): key.element
    }
  }

  /// - Parameter element: of a place or an event, else of an actor.
  init(_ element: ElementKey) {
    switch element.readerKind {
    case .place: self = .place(PlaceKey(element))
    case .event: self = .event(EventKey(element))
    default: self = .actor(ActorKey(element))
    }
  }
}

/// A list that has a first element.
package struct NonEmpty<Element> {
  package let first: Element
  package let rest: [Element]

  package init(_ first: Element, _ rest: [Element] = []) {
    self.first = first
    self.rest = rest
  }

  package init?(_ elements: [Element]) {
    guard let first = elements.first else { return nil }
    self.init(first, Array(elements.dropFirst()))
  }

  package var all: [Element] { [first] + rest }
}

extension NonEmpty: Sendable where Element: Sendable {}
extension NonEmpty: Equatable where Element: Equatable {}
