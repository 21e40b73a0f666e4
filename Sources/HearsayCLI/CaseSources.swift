import Foundation
import Hearsay
import QueryTesting

/// The graphs that query files name.
enum CaseSources {
  static func graph(_ source: CaseSource, in folder: String) throws(Failure) -> PropertyGraph {
    switch source {
    case .empty: return PropertyGraph()
    case .demo: return try BundledCase.build(reader: try ReportReader()).session.snapshot
    case .build(let patterns):
      let reader = try ReportReader()
      let built = Case.inMemory()
      _ = try built.add(try reader.texts(at: try matches(patterns, in: folder)), reader: reader)
      return built.session.snapshot
    case .imported(let file):
      throw Failure(.input, code: "NoImport", "`import: \(file)`: this version builds cases from reports only")
    }
  }

  /// The files that the patterns (`*`, `?`, `[…]`, see glob(3)) match, sorted.
  private static func matches(_ patterns: [String], in folder: String) throws(Failure) -> [String] {
    var paths: [String] = []
    for pattern in patterns {
      let full = pattern.hasPrefix("/") || folder.isEmpty ? pattern : folder + "/" + pattern
      let found = expanded(full)
      if found.isEmpty { throw Failure(.input, code: "NoSuchFile", "`build: \(pattern)` matches no file") }
      paths += found
    }
    return Set(paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func expanded(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { index in result.gl_pathv[index].map { String(cString: $0) } }
  }
}
