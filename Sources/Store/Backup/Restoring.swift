package import Register

/// What was restored.
package struct RestoreReport: Sendable, Equatable {
  package let segments: Int64
  package let entries: Int64
  /// When the last segment was made: UTC with milliseconds.
  package let at: String
  /// Of the global log, counted again from the entries.
  package let head: LogHead
}

extension Database {
  /// Fills an empty database, of either engine, from the segments in `folder`.
  ///
  /// Entries, texts and small tables come from the segments; states, heads and tiles are made again
  /// from the entries. Every segment is opened whole before the first row is written, and all rows
  /// are one transaction. With `signers`, one of a register's keys must have vouched for each.
  /// Verify the database afterwards.
  package static func restore(
    from folder: BackupFolder, with key: BackupKey, signedBy signers: [VerifyingKey] = [],
    to location: Location
  ) async throws -> RestoreReport {
    try await restore(
      from: folder, with: key, signedBy: signers, to: location, Schema.migrations, Projections.all)
  }

  static func restore(
    from folder: BackupFolder, with key: BackupKey, signedBy signers: [VerifyingKey],
    to location: Location, _ migrations: [any Migration], _ states: [any Projected.Type]
  ) async throws -> RestoreReport {
    var whole: [String: (number: Int64, rows: [BackupRows])] = [:]
    let last = try folder.open(with: key, signedBy: signers) { header, rows in
      guard BackupTables.whole.contains(where: { $0.name == rows.table }) else { return }
      if whole[rows.table]?.number != header.number { whole[rows.table] = (header.number, []) }
      whole[rows.table]?.rows.append(rows)
    }
    guard let last else { throw BackupFault.noSegments(folder: folder.path) }
    let tables = BackupTables.whole.flatMap { whole[$0.name]?.rows ?? [] }
    let database = try await open(location, migrations: migrations)
    let head: LogHead?
    do {
      head = try await database.driver.write { connection in
        try connection.refuseFilled(at: location)
        try connection.execute("DELETE FROM log_head", [])
        for rows in tables { try connection.insert(rows) }
        _ = try folder.open(with: key, signedBy: signers) { _, rows in
          if !BackupTables.whole.contains(where: { $0.name == rows.table }) {
            try connection.insert(rows)
          }
        }
        try connection.rebuildLogs()
        for state in states { try connection.rebuild(state) }
        try connection.settleWords()
        return try LogRow.global(on: connection)?.head
      }
      try await database.close()
    } catch {
      try await database.close()
      throw error
    }
    guard let head else {
      throw StoreFault.unreadable(reason: "the register has no global log")
    }
    return RestoreReport(segments: last.number, entries: last.to, at: last.at, head: head)
  }
}

extension BackupRows {
  /// Heads come without their size: it is counted again.
  fileprivate var completed: BackupRows {
    guard table == "log_head" else { return self }
    var all = BackupRows(table: table, columns: columns + ["size", "peaks", "at_ms"])
    all.rows = rows.map { $0 + [.integer(0), .blob([]), .integer(0)] }
    return all
  }
}

extension Connection {
  fileprivate func refuseFilled(at location: Location) throws {
    for table in BackupTables.whole.map(\.name) + BackupTables.byPosition + [BackupTables.texts] {
      let other = table == "log_head" ? "WHERE log <> 0" : ""
      guard try rows("SELECT 1 FROM \(table) \(other) LIMIT 1", [], { _ in true }).isEmpty else {
        throw BackupFault.notEmpty(location: "\(location)")
      }
    }
  }

  fileprivate func insert(_ found: BackupRows) throws {
    let tables = BackupTables.whole.map(\.name) + BackupTables.byPosition + [BackupTables.texts]
    guard tables.contains(found.table) else { throw BackupFault.newerSchema(name: found.table) }
    let known = try BackupTables.columns(of: found.table, on: self).map(\.name)
    if let strange = found.columns.first(where: { !known.contains($0) }) {
      throw BackupFault.newerSchema(name: "\(found.table).\(strange)")
    }
    let all = found.completed
    let places = all.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let columns = all.columns.joined(separator: ", ")
    let twice =
      switch found.table {
      case BackupTables.texts: " ON CONFLICT DO NOTHING"
      case "part":
        """
         ON CONFLICT (pos, name) DO UPDATE
        SET salt = excluded.salt, plain = excluded.plain, erased_by = excluded.erased_by
        """
      default: ""
      }
    for row in all.rows {
      try execute("INSERT INTO \(found.table) (\(columns)) VALUES (\(places))\(twice)", row)
    }
  }
}
