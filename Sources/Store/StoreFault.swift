/// What keeps the store from opening, reading or recording; never leaves anything half-written.
package enum StoreFault: Error, Hashable, Sendable {
  /// Another process has the database file open.
  case inUse(path: String)
  case unwritable(path: String, reason: String)
  case notADatabase(path: String)
  /// A database that holds somebody else's tables.
  case foreign(location: String)
  /// The register's key cannot be used, or is not the one that this register's entries know.
  case badKey(path: String, reason: String)
  /// The file that holds the last head signed cannot be read or written.
  case badMark(path: String, reason: String)
  /// The database holds fewer or other entries than were signed: an older copy was put back.
  case rolledBack(signed: Int64, found: Int64)
  /// Made or migrated by a later release; names the first migration unknown here.
  case newerSchema(migration: String)
  /// Made by an earlier release, and opened only to be read.
  case olderSchema(location: String)
  /// A setting by which an acknowledged act could be lost.
  case notDurable(setting: String, value: String)
  case unreachable(server: String, reason: String)
  /// The act was not recorded.
  case connectionLost(reason: String)
  /// The connection was lost while committing: the act is recorded whole, or not at all.
  case outcomeUnknown(reason: String)
  /// Others were writing the same rows, twice in a row.
  case contention(reason: String)
  /// Somebody changed the row since it was read.
  case staleVersion(table: String, id: Int64)
  /// A row with this key is already there.
  case conflict(reason: String)
  /// A value that the engines do not both keep.
  case unstorable(reason: String)
  /// The database holds what this release cannot read.
  case unreadable(reason: String)
  /// No room is left; everything recorded before stands.
  case diskFull(reason: String)
  /// The engine refused a statement: a fault of ours, a damaged file.
  case refused(reason: String)

  /// The server is what failed, whatever was asked of it.
  package var isOfConnection: Bool {
    switch self {
    case .outcomeUnknown, .connectionLost, .unreachable: true
    default: false
    }
  }
}

extension StoreFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .inUse(let path):
      "\(path) is in use by another process: stop it first, or give this one another database."
    case .unwritable(let path, let reason):
      "\(path) cannot be written (\(reason)): check that its folder exists and is this user's."
    case .notADatabase(let path):
      "\(path) is not an SQLite database: give the path of another file, or of one to create."
    case .foreign(let location):
      "\(location) holds the tables of another application: give Diligence an empty database."
    case .badKey(let path, let reason):
      "\(path) cannot serve as the register's key (\(reason)): put the right file back."
    case .badMark(let path, let reason):
      "\(path) cannot serve as the register's high-water mark (\(reason))."
    case .rolledBack(let signed, let found):
      "The register signed \(signed) entries, the database holds \(found) or others: nothing is "
        + "written until `diligence register declare-loss` says what happened."
    case .newerSchema(let migration):
      "The database was migrated by a later release (\(migration)): run that release."
    case .olderSchema(let location):
      "\(location) is of an earlier release: serve it once with this one, to bring it up to date."
    case .notDurable(let setting, let value):
      "The database could lose what it acknowledged (\(setting) is \(value)): correct that setting."
    case .unreachable(let server, let reason):
      "\(server) does not answer (\(reason)): check that it runs and that the address is right."
    case .connectionLost(let reason):
      "The connection to the database was lost (\(reason)): nothing was recorded; try again."
    case .outcomeUnknown(let reason):
      "The connection to the database was lost while committing (\(reason)): "
        + "look whether the act is recorded before you repeat it."
    case .contention(let reason):
      "Others were writing at the same time (\(reason)): nothing was recorded; try again."
    case .staleVersion(let table, let id):
      "\(table) \(id) was changed by somebody else meanwhile: nothing was recorded; read it again."
    case .conflict(let reason):
      "There is already such a row (\(reason)): nothing was recorded."
    case .unstorable(let reason):
      "A value cannot be stored (\(reason)): nothing was recorded."
    case .unreadable(let reason):
      "The database holds what cannot be read (\(reason)): verify it."
    case .diskFull(let reason):
      "The database's disk is full (\(reason)): nothing was recorded; make room, then try again."
    case .refused(let reason):
      "The database refused (\(reason)): nothing was recorded."
    }
  }
}
