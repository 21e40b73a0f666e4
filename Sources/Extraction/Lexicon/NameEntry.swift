/// An entity that the lexicons know, before any text speaks of it.
package struct NameEntry: Sendable, Equatable {
  package let name: String
  package let aliases: [String]
  package let label: Entity.Label
  /// `state`, `armed_group`, `news_agency`, `city`, …
  package let kind: String
  /// The entity it belongs to, by its canonical name, and how (`PART_OF`, `BASED_IN`, …).
  package let parent: String?
  package let relation: String?
  /// For places, media and groups: the states they lie in, by canonical name.
  package let countries: [String]
  /// For media: `example.com`.
  package let domain: String?

  package init(
    name: String, aliases: [String] = [], label: Entity.Label, kind: String, parent: String? = nil,
    relation: String? = nil, countries: [String] = [], domain: String? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.label = label
    self.kind = kind
    self.parent = parent
    self.relation = relation
    self.countries = countries
    self.domain = domain
  }
}

/// What a name in a text can mean.
package enum NameSense: Sendable, Equatable {
  /// The entity itself, by its position in ``Lexicon/entries``.
  case entity(Int)
  /// `Russian`, `Russians`: the state at this position.
  case demonym(Int)
  /// `Moscow`: a city, at the first position if the lexicon has it as a place, that stands for the state at the second.
  case capital(place: Int?, state: Int)
}
