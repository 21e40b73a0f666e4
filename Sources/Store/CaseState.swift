import Foundation
import GRDB

/// What the tables of a case must hold together: the one row that every commit rewrites. A row lost anywhere shows here.
struct CaseState: Equatable {
  /// Number of the last change record; 0 if there never was one.
  var head: Int64 = 0
  /// Number of the last change record that the snapshot contains.
  var snapshot: Int64 = 0
  var segmentCount = 0
  var reportCount = 0

  static func read(_ db: Database) throws -> CaseState {
    let statement = try db.cachedStatement(sql: "SELECT record FROM state WHERE id = 1")
    guard let record = try Data.fetchOne(statement) else {
      throw DecodingFailure("its state is missing")
    }
    var reader = try Envelope.opened(Array(record), .state, number: 1)
    let state = CaseState(
      head: try reader.signed(), snapshot: try reader.signed(), segmentCount: Int(try reader.signed()),
      reportCount: Int(try reader.signed()))
    guard reader.isAtEnd, 0 <= state.snapshot, state.snapshot <= state.head else {
      throw DecodingFailure("its state contradicts itself")
    }
    return state
  }

  func write(_ db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO state (id, record) VALUES (1, ?)").execute(arguments: [record])
  }

  /// Takes the place of another state; false if the case is in none such.
  func replace(_ known: CaseState, _ db: Database) throws -> Bool {
    try db.cachedStatement(sql: "UPDATE state SET record = ? WHERE id = 1 AND record = ?")
      .execute(arguments: [record, known.record])
    return db.changesCount == 1
  }

  private var record: Data {
    var writer = ByteWriter()
    for number in [head, snapshot, Int64(segmentCount), Int64(reportCount)] { writer.write(signed: number) }
    return Data(Envelope.sealed(writer.bytes, .state, number: 1))
  }
}
