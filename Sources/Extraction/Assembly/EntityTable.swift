import GraphCore
import SourceText

/// The entities of all reports in columns, their words as codes: who is who is asked for any of them in any order, and of
/// millions.
final class EntityTable: Sendable {
  private static let none = StringDictionary.nullCode

  fileprivate struct Row {
    let label: Entity.Label
    let isNamed: Bool
    let isNamedInText: Bool
    let name, kind, description, link, linkedName: UInt32
    let aliases: Range<UInt32>
    let count: Int32?
    /// Place of the entity that it lies in.
    let outer: UInt32
    let mention: Range<UInt32>?
  }

  private let rows: [Row]
  /// Where those of each report begin, and one more entry: the end of the last.
  private let starts: [UInt32]
  private let aliases: [UInt32]
  /// What reports say that one is to another, in order.
  let relations: [Relation]
  private let strings: StringDictionary

  struct Relation: Sendable {
    let from, to: EntityPlace
    private let type: UInt32

    fileprivate init(_ type: UInt32, _ from: EntityPlace, _ to: EntityPlace) {
      self.type = type
      self.from = from
      self.to = to
    }

    func type(in table: EntityTable) -> String { table.text(type) }
  }

  /// One pass over all reports.
  init(of reports: AssembledReports, threads: Int) {
    var rows: [Row] = []
    var starts: [UInt32] = [0]
    var aliases: [UInt32] = []
    var relations: [Relation] = []
    let strings = StringDictionaryBuilder()
    func code(_ text: String?) -> UInt32 { text.map { strings.code(of: $0) } ?? Self.none }
    forEachInOrder(reports.count, threads: threads, length: Self.reportsAtOnce, { reports[$0].analysis }) { analysis in
      for entity in analysis.entities {
        let start = UInt32(aliases.count)
        aliases += entity.aliases.map { strings.code(of: $0) }
        rows.append(
          Row(
            label: entity.label, isNamed: entity.isNamed,
            isNamedInText: entity.mentions.contains { $0.form == .name }, name: strings.code(of: entity.name),
            kind: code(entity.kind), description: code(entity.description), link: code(entity.link),
            linkedName: code(entity.linkedName), aliases: start..<UInt32(aliases.count),
            count: entity.count.map { Int32(clamping: $0) },
            outer: entity.locatedIn.map { UInt32(clamping: $0.index) } ?? Self.none,
            mention: entity.mentions.map(\.range).min().map { UInt32(clamping: $0.start)..<UInt32(clamping: $0.end) }))
      }
      let report = starts.count - 1
      relations += analysis.relations.map { relation in
        Relation(
          strings.code(of: relation.type), EntityPlace(report, relation.from.index),
          EntityPlace(report, relation.to.index))
      }
      starts.append(UInt32(rows.count))
    }
    self.rows = rows
    self.starts = starts
    self.aliases = aliases
    self.relations = relations
    self.strings = StringDictionary(strings)
  }

  private static let reportsAtOnce = 256

  var count: Int { rows.count }

  func indices(of report: Int) -> Range<Int> { 0..<Int(starts[report + 1] - starts[report]) }

  /// The place of an entity among those of all reports.
  func row(of place: EntityPlace) -> Int { Int(starts[place.report]) + place.index }

  subscript(place: EntityPlace) -> Member { Member(table: self, row: rows[row(of: place)]) }

  /// The words that a code of this table stands for.
  func text(_ code: UInt32) -> String { strings.string(code) }

  /// An entity of one report, of its mentions only where the first is.
  struct Member {
    private let table: EntityTable
    fileprivate let row: Row

    fileprivate init(table: EntityTable, row: Row) {
      self.table = table
      self.row = row
    }

    private func text(_ code: UInt32) -> String? { code == none ? nil : table.text(code) }
    private func code(_ code: UInt32) -> UInt32? { code == none ? nil : code }

    var label: Entity.Label { row.label }
    var isNamed: Bool { row.isNamed }
    /// Whether one of its mentions is a name.
    var isNamedInText: Bool { row.isNamedInText }
    var count: Int? { row.count.map { Int($0) } }
    var name: String { table.text(row.name) }
    var kind: String? { text(row.kind) }
    var description: String? { text(row.description) }
    var link: String? { text(row.link) }
    var linkedName: String? { text(row.linkedName) }
    var nameCode: UInt32 { row.name }
    var kindCode: UInt32? { code(row.kind) }
    var descriptionCode: UInt32? { code(row.description) }
    var linkedNameCode: UInt32? { code(row.linkedName) }
    var aliasCodes: ArraySlice<UInt32> {
      table.aliases[Int(row.aliases.lowerBound)..<Int(row.aliases.upperBound)]
    }
    /// Position among the entities of its report.
    var locatedIn: Int? { code(row.outer).map { Int($0) } }
    /// The first in the text.
    var mention: SourceRange? { row.mention.map { SourceRange(Int($0.lowerBound), Int($0.upperBound)) } }
  }

  /// The outermost that a place lies in; nil if nothing is known of that.
  func outermost(around place: EntityPlace) -> Member? {
    var member = self[place]
    var found: Member?
    // A ring of places, which no report can mean, ends by count.
    for _ in 0..<8 {
      guard let outer = member.locatedIn else { break }
      member = self[EntityPlace(place.report, outer)]
      found = member
    }
    return found
  }
}
