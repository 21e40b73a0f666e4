/// How a speaker stands to what they put forward. Raw values are what `Claim.stance` holds in the graph.
package enum Stance: String, Sendable, CaseIterable {
  case asserts, denies, confirms, doubts, warns, alleges, announces
  case claimsResponsibility = "claims_responsibility"
  case declinesToComment = "declines_to_comment"
  case disclaimsKnowledge = "disclaims_knowledge"

  /// What a claim of this stance does for the thing it is about.
  package enum Weight: Sendable {
    case supports, opposes, abstains
  }

  package var weight: Weight {
    switch self {
    case .asserts, .confirms, .warns, .alleges, .announces, .claimsResponsibility: .supports
    case .denies: .opposes
    // A doubt neither states a thing nor its opposite; nor do those who will or can not say.
    case .doubts, .declinesToComment, .disclaimsKnowledge: .abstains
    }
  }
}

/// How the claims behind a node or edge stand to each other.
package enum WorldStatus: String, Sendable {
  case asserted, contested, denied, unattested
}
