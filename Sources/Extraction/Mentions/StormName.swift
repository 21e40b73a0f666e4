/// `Typhoon Rai`, `Hurricane Ian`: weather that has a name as people have, and is nobody.
enum StormName {
  static let nouns: Set<String> = ["hurricane", "typhoon", "cyclone", "superstorm", "storm", "superhurricane"]
}
