import SourceText
import TextAnalysis

/// The case that travels inside the program: short reports of invented outlets on real events, to try everything on.
public enum BundledCase {
  /// The reports as they stand.
  public static func texts(reader: ReportReader) throws(Failure) -> [Text] {
    var texts: [Text] = []
    for path in EmbeddedFile.paths(under: "case/") where path.hasSuffix(".txt") {
      guard let bytes = EmbeddedFile.bytes(at: path) else { continue }
      texts.append(try reader.text(bytes, origin: String(path.dropFirst("case/".count))))
    }
    return texts
  }

  /// The query files about it, by path, each with its text.
  public static func queryFiles() -> [(path: String, contents: String)] {
    EmbeddedFile.paths(under: "queries/").compactMap { path in
      EmbeddedFile.text(at: path).map { (path, $0) }
    }
  }

  /// The case, built in memory.
  public static func build(reader: ReportReader) throws(Failure) -> Case {
    let bundled = Case.inMemory()
    _ = try bundled.add(try texts(reader: reader), reader: reader)
    return bundled
  }
}
