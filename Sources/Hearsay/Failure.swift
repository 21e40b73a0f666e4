import Documents
import Extraction
import Foundation
import GraphCore
import Interchange
import QueryLanguage
public import SourceText
import Store
import TextAnalysis

/// Any error of any stage, as it is told to a person: one sentence with its place, and whose fault it is.
public struct Failure: Error, Sendable {
  public enum Kind: Sendable {
    /// Wrong usage or bad input: exit code 2.
    case input
    /// The engine failed or a limit was hit: exit code 3.
    case engine
  }

  public let kind: Kind
  /// A stable name.
  public let code: String
  /// With the place in front, where there is one: `case.tsv:3:1: …`.
  public let sentence: String
  /// For drawing the place in the text.
  public let diagnostic: Diagnostic?
  /// Where it is made of several, a sentence for each.
  public let parts: [String]

  public init(
    _ kind: Kind, code: String, _ sentence: String, diagnostic: Diagnostic? = nil, parts: [String] = []
  ) {
    self.parts = parts
    self.kind = kind
    self.code = code
    self.sentence = sentence
    self.diagnostic = diagnostic
  }

  /// - Parameter text: what the error is about, to tell line and column.
  public init(_ error: any Error, in text: Text? = nil) {
    switch error {
    case let failure as Failure: self = failure
    case let error as QueryError:
      let isLimit = error.category == .resourceError
      self.init(isLimit ? .engine : .input, error.code.rawValue, error.diagnostic, in: text)
    case let error as DocumentError:
      self.init(.input, code: error.code.rawValue, error.message.placed(error.path, error.line, error.column))
    case let faults as FaultyFiles: self.init(faults)
    case let error as LexiconError:
      self.init(.input, code: error.code.rawValue, error.message.placed(error.file, error.line, error.column))
    case let error as AnalysisError:
      self.init(.input, code: error.code.rawValue, error.message.placed(text?.origin ?? "", nil, nil))
    case let error as AssemblyError:
      self.init(
        .engine, code: error.origin == nil ? "NoRoom" : "Damaged", error.message.placed(error.origin ?? "", nil, nil))
    case let error as AnalysisDamage: self.init(.engine, code: "Damaged", error.message)
    case let error as GraphChangeError: self.init(.engine, code: "Damaged", error.message)
    case let error as StoreError:
      let isEngine = [.damaged, .diskFull, .failed, .busy, .changedElsewhere].contains(error.code)
      self.init(isEngine ? .engine : .input, code: error.code.rawValue, error.sentence)
    case let error as ImportError:
      self.init(
        error.code == .tooLarge ? .engine : .input, code: error.code.rawValue,
        error.sentence.placed(error.path, error.line, error.column))
    case let error as ExportError: self.init(.engine, code: error.code.rawValue, error.sentence)
    case let error as CocoaError: self.init(.engine, code: "Failed", error.localizedDescription)
    default: self.init(.engine, code: "Failed", "\(error)")
    }
  }

  /// How many faulty files are told by name.
  private static let mostFiles = 20

  private init(_ faults: FaultyFiles) {
    let lines = faults.errors.prefix(Self.mostFiles).map { Failure($0).sentence }
    let rest = faults.errors.count - lines.count
    self.init(
      .input, code: faults.errors.first?.code.rawValue ?? "UnreadableFile",
      "\(faults.errors.count) files cannot be read", parts: lines + (rest > 0 ? ["and \(rest) more"] : []))
  }

  private init(_ kind: Kind, _ code: String, _ diagnostic: Diagnostic, in text: Text?) {
    var sentence = diagnostic.sentence
    if let text, let range = diagnostic.range {
      let place = LineTable(text.contents).position(of: range.start)
      sentence = sentence.placed(text.origin, place.line, place.column)
    }
    self.init(kind, code: code, sentence, diagnostic: diagnostic)
  }
}

extension String {
  /// With `file:line:column: ` in front, as far as known and not said already.
  fileprivate func placed(_ file: String, _ line: Int?, _ column: Int?) -> String {
    let place = [file.isEmpty ? nil : file, line.map(String.init), column.map(String.init)].compactMap { $0 }
    let prefix = place.joined(separator: ":")
    return prefix.isEmpty || hasPrefix(prefix) ? self : "\(prefix): \(self)"
  }
}
