package import Register

/// Why a backup cannot be written, read or restored; nothing is left half-done.
package enum BackupFault: Error, Hashable {
  case sealed(path: String, SealFault)
  /// The segment is not the one that its name says, or does not follow the one before it.
  case misplaced(path: String)
  /// The register's key named by whoever restores did not sign this segment.
  case unsigned(path: String)
  case noSegments(folder: String)
  case notEmpty(location: String)
  /// The set was begun by another register, or holds what this database does not.
  case otherRegister(folder: String)
  case ahead(folder: String, saved: Int64, found: Int64)
  /// Another process adds to the same set.
  case busy(folder: String)
  case file(path: String, reason: String)
  /// A set made by a later release: names what is unknown here.
  case newerSchema(name: String)
}
