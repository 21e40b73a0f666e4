import Foundation

/// What the time zone database says, through Foundation.
package enum TimeZones {
  /// The widest offset that a time may have.
  package static let offsets: ClosedRange<Int64> = -64_800...64_800

  /// Whether the database knows the name (`Europe/Stockholm`).
  package static func isKnown(_ name: String) -> Bool { zone(name) != nil }

  /// Seconds east of UTC at an instant.
  static func offset(of zone: TimeZone, at epochSecond: Int64) -> Int32 {
    let date = Date(timeIntervalSince1970: Double(withinKnownYears(epochSecond)))
    let offset = Int64(zone.secondsFromGMT(for: date))
    return Int32(min(max(offset, offsets.lowerBound), offsets.upperBound))
  }

  /// The calendar repeats every 400 years, weekdays included, and so do the rules for the future. Foundation loses them
  /// after some million years.
  private static func withinKnownYears(_ epochSecond: Int64) -> Int64 {
    let (fourCenturies, lastKnown): (Int64, Int64) = (12_622_780_800, 20_000_000_000)
    if epochSecond > lastKnown { return lastKnown + (epochSecond - lastKnown) % fourCenturies }
    // Before the first law on clocks the local mean time holds.
    return max(epochSecond, -lastKnown)
  }

  static func zone(_ name: String) -> TimeZone? {
    // Foundation also takes `GMT+3`, which is not in the database.
    guard name.utf8.allSatisfy({ $0 < 128 }), name.utf8.count <= 64, name.hasPrefix("Etc/") || !name.contains("+")
    else { return nil }
    return TimeZone(identifier: name)
  }
}

extension ZonedDateTime {
  /// The time at which a clock in the zone shows `local`. Where clocks are put back, the earlier one unless
  /// `preferredOffset` says otherwise; where they are put forward, as much later as they are.
  init(_ local: LocalDateTime, in zone: TimeZone, named name: String, preferredOffset: Int32? = nil) {
    let second = local.localSecond
    let before = TimeZones.offset(of: zone, at: second - secondsPerDay)
    let after = TimeZones.offset(of: zone, at: second + secondsPerDay)
    let valid = [before, after].filter { TimeZones.offset(of: zone, at: second - Int64($0)) == $0 }
    if let preferredOffset, TimeZones.offset(of: zone, at: second - Int64(preferredOffset)) == preferredOffset {
      self.init(local: local, offsetSeconds: preferredOffset, zone: name)
    } else if let offset = valid.first {
      self.init(local: local, offsetSeconds: offset, zone: name)
    } else {
      let shifted = local.adding(seconds: Int64(after) - Int64(before), nanoseconds: 0) ?? local
      self.init(local: shifted, offsetSeconds: after, zone: name)
    }
  }

  /// An instant as clocks in `zone` show it; nil beyond the last year.
  init?(epochSecond: Int64, nanosecond: Int64, zone: Zone) {
    let offset =
      switch zone {
      case .offset(let seconds): seconds
      case .named(_, let zone): TimeZones.offset(of: zone, at: epochSecond)
      }
    let (second, overflow) = epochSecond.addingReportingOverflow(Int64(offset))
    guard !overflow, let local = LocalDateTime(localSecond: second, nanosecond: nanosecond) else { return nil }
    self.init(local: local, offsetSeconds: offset, zone: zone.name)
  }

  /// A clock reading in `zone`.
  init(_ local: LocalDateTime, in zone: Zone, preferredOffset: Int32? = nil) {
    switch zone {
    case .offset(let seconds): self.init(local: local, offsetSeconds: seconds, zone: nil)
    case .named(let name, let zone): self.init(local, in: zone, named: name, preferredOffset: preferredOffset)
    }
  }

  /// Its zone; the bare offset if the database does not know the name.
  var timeZone: Zone {
    if let zone, let known = TimeZones.zone(zone) { return .named(zone, known) }
    return .offset(offsetSeconds)
  }
}

/// An offset, or a zone of the database.
enum Zone {
  case offset(Int32)
  case named(String, TimeZone)

  static let utc = Zone.offset(0)

  var name: String? {
    if case .named(let name, _) = self { name } else { nil }
  }
}
