import GraphCore

/// The values of a column as numbers in the same order, equal for values of which neither is less.
struct ColumnRanks {
  /// Ranks compare within a kind. Those of texts are equal for texts that begin alike.
  enum Kind { case integers, floats, dates, texts }

  let kind: Kind
  /// Of NaN it is the greatest.
  let ranks: [UInt64]

  /// nil for nulls, for what is neither number nor day, and for values of several kinds.
  init?(_ column: Column) {
    switch column {
    case .integers(let numbers): (kind, ranks) = (.integers, numbers.map { UInt64(bitPattern: $0) ^ 1 << 63 })
    case .dates(let days): (kind, ranks) = (.dates, days.map { UInt64(bitPattern: Int64($0)) ^ 1 << 63 })
    case .floats(let numbers):
      kind = .floats
      ranks = numbers.map { number in
        if number.isNaN { return .max }
        // Zero and minus zero are the same.
        let bits = number == 0 ? 0 : number.bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
      }
    default: return nil
    }
  }
}
