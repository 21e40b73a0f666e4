import Foundation

/// Looks at the log that a writer left beside its case before SQLite does, since SQLite takes the first frame that does not fit
/// its checksum for the end of the log, and drops without a word all that was committed behind it.
///
/// A commit is on the disk before the next begins. So a frame that does not fit, with two commits of the same log in it or
/// behind it, was not cut off by a crash: it was damaged. What happened to the last commit alone cannot be told from a crash.
struct JournalProbe {
  private static let headerBytes = 32
  private static let frameHeaderBytes = 24
  private static let framesAtOnce = 256

  /// Throws if the log beside the case at `path` is damaged. Nothing is written. O(log), which is bounded by when it is folded in.
  static func check(beside path: String) throws(StoreError) {
    guard let first = damage(in: path + "-wal") else { return }
    // A writer at work may have finished what was half written.
    guard damage(in: path + "-wal") == first else { return }
    throw StoreError(
      .damaged, "`\(path)` was not closed, and the log beside it, `\(path)-wal`, is damaged", path: path,
      cause: first == 0 ? "its header does not fit its checksum" : "frame \(first) does not fit its checksum",
      suggestion: "restore both from a copy; without the log the case is as it was when it was last folded in")
  }

  /// The number of the first damaged frame, counted from 1, or 0 for the header; nil if none is, or nothing is there.
  private static func damage(in path: String) -> Int? {
    guard let file = try? FileHandle(forReadingFrom: URL(filePath: path)) else { return nil }
    defer { try? file.close() }
    guard let header = bytes(file, headerBytes), header.count == headerBytes else { return nil }
    let log = JournalProbe(header)
    var end: Int?
    var commits = 0
    var frame = 0
    var sums = log.sums
    let frameBytes = frameHeaderBytes + log.pageBytes
    if !log.isSound { end = 0 }
    while let part = bytes(file, frameBytes * framesAtOnce), part.count >= frameBytes {
      for start in stride(from: 0, through: part.count - frameBytes, by: frameBytes) {
        frame += 1
        let isOwn = !log.isSound || word(part, start + 8) == log.salts.0 && word(part, start + 12) == log.salts.1
        if end == nil {
          sums = log.sum(part, start..<start + 8, sums)
          sums = log.sum(part, start + frameHeaderBytes..<start + frameBytes, sums)
          if !isOwn || word(part, start + 16) != sums.0 || word(part, start + 20) != sums.1 { end = frame }
        }
        if end != nil, isOwn, word(part, start + 4) > 0 { commits += 1 }
      }
    }
    return commits >= 2 ? end : nil
  }

  private static func bytes(_ file: FileHandle, _ count: Int) -> [UInt8]? {
    (try? file.read(upToCount: count)).flatMap { $0.isEmpty ? nil : Array($0) }
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16 | UInt32(bytes[place + 2]) << 8
      | UInt32(bytes[place + 3])
  }

  // MARK: The log's header

  private let pageBytes: Int
  private let salts: (UInt32, UInt32)
  private let sums: (UInt32, UInt32)
  private let isBigEndian: Bool
  private let isSound: Bool

  /// SQLite file format, §4.1. For a size of pages that there is not, which its checksum tells as well, the usual one.
  private init(_ header: [UInt8]) {
    let stated = Int(Self.word(header, 8))
    pageBytes = (512...65_536).contains(stated) && stated & (stated - 1) == 0 ? stated : 4_096
    salts = (Self.word(header, 16), Self.word(header, 20))
    sums = (Self.word(header, 24), Self.word(header, 28))
    isBigEndian = Self.word(header, 0) & 1 == 1
    let found = Self.sum(header, 0..<24, (0, 0), isBigEndian: isBigEndian)
    isSound = Self.word(header, 0) & ~1 == 0x377F_0682 && found == sums
  }

  private func sum(_ bytes: [UInt8], _ range: Range<Int>, _ sums: (UInt32, UInt32)) -> (UInt32, UInt32) {
    Self.sum(bytes, range, sums, isBigEndian: isBigEndian)
  }

  /// SQLite file format, §4.2.
  ///
  /// - Parameter range: a multiple of eight bytes.
  private static func sum(
    _ bytes: [UInt8], _ range: Range<Int>, _ sums: (UInt32, UInt32), isBigEndian: Bool
  ) -> (UInt32, UInt32) {
    var (first, second) = sums
    for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      let (low, high) = (word(bytes, place), word(bytes, place + 4))
      first &+= (isBigEndian ? low : low.byteSwapped) &+ second
      second &+= (isBigEndian ? high : high.byteSwapped) &+ first
    }
    return (first, second)
  }
}
