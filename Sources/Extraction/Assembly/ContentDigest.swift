import CLibMD
import GraphCore
import SourceText

/// SHA-256 of a text's UTF-8 bytes as 64 hexadecimal digits: what identifies a report.
package func sha256(of text: String) -> String {
  var context = SHA2_CTX()
  SHA256Init(&context)
  var text = text
  text.withUTF8 { bytes in
    // An empty text has no bytes to point at.
    if let start = bytes.baseAddress { SHA256Update(&context, start, bytes.count) }
  }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(SHA256_DIGEST_LENGTH)) { digest in
    SHA256Final(digest.baseAddress, &context)
    return String(unsafeUninitializedCapacity: digest.count * 2) { digits in
      for (place, byte) in digest.enumerated() {
        digits[2 * place] = hexadecimalDigit(byte >> 4)
        digits[2 * place + 1] = hexadecimalDigit(byte & 15)
      }
      return digest.count * 2
    }
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value + (value < 10 ? 0x30 : 0x57) }

/// The keys of what the reader makes: hashes of content, so that the same reports give the same keys in any order, in any
/// process, at once or in steps.
package enum ContentKeys {
  /// 64 bits: among a billion elements of a kind, two with the same key are a matter of one in forty.
  static let digits = 16

  @Sendable static func digest(_ content: String) -> String { String(sha256(of: content).prefix(digits)) }

  static func report(sha256: String) -> ReportKey { ReportKey(reportNode(sha256: sha256)) }

  /// What a report with this text is called in the graph.
  package static func reportNode(sha256: String) -> ElementKey {
    ElementKey(.report, digest: String(sha256.prefix(digits)))
  }

  /// A report that is cited and not itself read, known by its publisher and what it was first cited for.
  static func stub(publisher: ActorKey, matter: String) -> ReportKey {
    ReportKey(ElementKey(.report, digest: digest("stub\n\(publisher)\n\(matter)")))
  }

  /// - Parameter speakers: the chain from the outermost in, in terms of this report alone, so that no other report can
  ///   change the key.
  /// - Parameter ordinal: tells apart claims that agree in all else, from 0.
  static func claim(
    report sha256: String, range: SourceRange, speakers: [String], rule: String, ordinal: Int
  ) -> ClaimKey {
    let place = "\(range.start)-\(range.end)"
    let content = ["claim", sha256, place, speakers.joined(separator: "\t"), rule, "\(ordinal)"]
    return ClaimKey(ElementKey(.claim, digest: digest(content.joined(separator: "\n"))))
  }

  static func actor(named name: String, label: String) -> ActorKey {
    ActorKey(ElementKey(.actor, digest: digest("actor\n\(label)\n\(name)")))
  }

  /// Somebody known only within one report.
  static func actor(in sha256: String, at mention: String) -> ActorKey {
    ActorKey(ElementKey(.actor, digest: digest("actor in\n\(sha256)\n\(mention)")))
  }

  /// - Parameter container: the country, where places of this name lie in several.
  static func place(named name: String, container: String?) -> PlaceKey {
    PlaceKey(ElementKey(.place, digest: digest("place\n\(name)\n\(container ?? "")")))
  }

  static func place(in sha256: String, at mention: String) -> PlaceKey {
    PlaceKey(ElementKey(.place, digest: digest("place in\n\(sha256)\n\(mention)")))
  }

  /// By the member that stands for the whole event.
  static func event(report sha256: String, trigger: SourceRange) -> EventKey {
    EventKey(ElementKey(.event, digest: digest("event\n\(sha256)\n\(trigger.start)-\(trigger.end)")))
  }
}
