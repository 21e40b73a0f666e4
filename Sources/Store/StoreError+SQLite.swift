import GRDB
import GraphCore

extension StoreError {
  /// Joins the errors of all that a case stands on into one.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DecodingFailure: self = .damaged(error.what, path: path)
    case let error as GraphChangeError: self = .damaged(error.message, path: path)
    case let error as UnstorableValue: self.init(.notStorable, error.message, path: path)
    case let error as DatabaseError: self.init(error, path: path)
    default: self.init(.failed, "`\(path)` could not be read or written", path: path, cause: "\(error)")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let cause = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, "another program is writing to `\(path)`", path: path, cause: cause,
        suggestion: "wait until it is done, then try again")
    case .SQLITE_FULL:
      self.init(
        .diskFull, "no room left on the disk for `\(path)`", path: path, cause: cause,
        suggestion: "make room and try again; what was committed before is safe")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: self = .damaged(cause, path: path)
    // A table or column that our statements name is not there, or no table is where one should be.
    case .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT: self = .damaged(cause, path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
      self.init(
        .notPermitted, "`\(path)` may not be opened or written here", path: path, cause: cause,
        suggestion: "copy it to a folder that is yours")
    case .SQLITE_MISUSE: self.init(.closed, "`\(path)` is closed already", path: path, cause: cause)
    default: self.init(.failed, "`\(path)` could not be read or written", path: path, cause: cause)
    }
  }
}
