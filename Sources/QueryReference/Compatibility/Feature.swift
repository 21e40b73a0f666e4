/// A row of the compatibility table: a piece of a standard, whether the language has it, and what shows that it has.
public struct Feature: Sendable {
  public enum Standard: String, CaseIterable, Sendable {
    case openCypher = "openCypher 9"
    case gql = "ISO/IEC 39075:2024 (GQL), optional features"
  }

  public enum Support: String, Sendable { case yes, partly, no }

  public let standard: Standard
  /// GQL's code of the feature; for openCypher the chapter it belongs to.
  public let code: String
  public let name: String
  public let support: Support
  /// What is missing, or how it is written here. Empty if there is nothing to say.
  public let remark: String
  /// Tests that show it: `queries/language/next.gql#rows-go-on`, an example of a page, `MATCH#who-knows-whom`,
  /// or a test in Swift by its file and sentence.
  public let evidence: [String]
  /// A statement that is refused since the feature is missing.
  public let refused: String?
  /// The title of the page that explains it.
  public let page: String?

  public var label: String { standard == .gql ? "\(code) \(name)" : "openCypher 9, \(name)" }

  /// A feature before it is known which standard it is of.
  struct Seed {
    let code: String
    let name: String
    let support: Support
    let remark: String
    let evidence: [String]
    let refused: String?
    let page: String?

    static func yes(_ code: String, _ name: String, _ page: String?, _ evidence: String..., remark: String = "") -> Seed
    {
      Seed(code: code, name: name, support: .yes, remark: remark, evidence: evidence, refused: nil, page: page)
    }

    static func partly(_ code: String, _ name: String, _ page: String?, _ evidence: String..., remark: String) -> Seed {
      Seed(code: code, name: name, support: .partly, remark: remark, evidence: evidence, refused: nil, page: page)
    }

    static func no(_ code: String, _ name: String, remark: String = "", refused: String? = nil) -> Seed {
      Seed(code: code, name: name, support: .no, remark: remark, evidence: [], refused: refused, page: nil)
    }

    func of(_ standard: Standard) -> Feature {
      Feature(
        standard: standard, code: code, name: name, support: support, remark: remark, evidence: evidence,
        refused: refused, page: page)
    }
  }

  public static let all: [Feature] =
    (openCypherClauses + openCypherExpressions).map { $0.of(.openCypher) }
    + (gqlPatternFeatures + gqlExpressionFeatures + gqlQueryFeatures + gqlTypeFeatures).map { $0.of(.gql) }
}
