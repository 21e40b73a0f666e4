/// The names of the rules by which those who take part in an event are found: they stand on the edges that they make.
enum RoleRule {
  /// The rule beside the one that found a role, where whether it is so is left open.
  static let leftOpen = "role.left-open"

  /// `role.agent.subject`, `role.agent.by`, `role.target.object.of`: what the lexicon's path for the role goes through.
  static func name(of edge: EventRecord.Role.Edge, along path: Trigger.RolePath) -> String {
    (["role", word(for: edge)] + path.steps.map(word(for:))).joined(separator: ".")
  }

  private static func word(for edge: EventRecord.Role.Edge) -> String {
    switch edge {
    case .agent: "agent"
    case .target: "target"
    case .recipient: "recipient"
    case .participant: "participant"
    }
  }

  private static func word(for step: Trigger.RolePath.Step) -> String {
    switch step {
    case .subject: "subject"
    case .object: "object"
    case .indirectObject: "indirect-object"
    case .possessor: "possessor"
    case .adjective: "adjective"
    case .compound: "compound"
    case .phrase(let preposition): preposition
    }
  }

  /// What a path's rule looks for, or nil if the name is none of theirs.
  static func summary(of rule: String) -> String? {
    let words = rule.split(separator: ".").map(String.init)
    guard words.count > 2, words[0] == "role", let part = parts[words[1]], words[2] != "imputed" else { return nil }
    let steps = words.dropFirst(2).map { places[$0] ?? "phrase with `\($0)`" }
    let way = steps.reversed().joined(separator: " of the ") + " of the event's word"
    return "the \(part): the \(way), where the lexicon has this role for that word"
  }

  private static let parts = ["agent": "one who acts", "target": "one it is done to", "recipient": "one addressed"]
  private static let places = [
    "subject": "subject", "object": "object", "indirect-object": "indirect object", "possessor": "possessor",
    "adjective": "adjective", "compound": "noun in front",
  ]
}
