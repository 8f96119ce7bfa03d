package import Maintenance
package import Register

/// What one more segment carries.
package struct BackupReport: Sendable, Equatable {
  package let path: String
  /// Entries that it adds, and those of the whole set.
  package let added: Int64
  package let entries: Int64
}

extension Database {
  /// Adds a segment to the set in `folder`: what it does not hold yet, from one unchanging view of
  /// the database, while others write. Gives nothing, and writes nothing, when it holds all.
  ///
  /// Cost grows with what is new. One process at a time may add to a set.
  package func backUp(
    to folder: BackupFolder, for recipient: BackupRecipient, at instant: Instant
  ) async throws -> BackupReport? {
    try folder.prepare()
    let signer = signer
    return try await driver.read { connection in
      let last = try folder.last()
      guard let global = try LogRow.global(on: connection) else {
        throw StoreFault.unreadable(reason: "the register has no global log")
      }
      if let header = last?.header { try connection.check(header, of: folder, global) }
      let size = global.range.size
      let tables = try BackupTables.whole.map { try connection.whole($0.name, $0.columns) }
      let header = SegmentHeader(
        origin: global.origin, set: last?.header.set ?? newSet(),
        number: (last?.header.number ?? 0) + 1, previous: last.map { "\($0.hash)" } ?? "",
        from: last?.header.to ?? 0, to: size, last: try connection.globalLeaf(before: size),
        at: instant.iso, recipient: recipient.description,
        tables: Dictionary(uniqueKeysWithValues: tables.map { ($0.table, "\(Hash(of: $0.bytes))") })
      )
      if let before = last?.header, before.to == size, before.tables == header.tables,
        before.recipient == header.recipient
      {
        return nil
      }
      let writer = try SegmentWriter(header, for: recipient, in: folder)
      for table in tables where last?.header.tables[table.table] != header.tables[table.table] {
        try table.inFrames(writer.add)
      }
      try connection.carryNew(from: header.from, to: size, to: writer)
      try writer.finish(signedBy: signer)
      return BackupReport(
        path: folder.file(header.number), added: size - header.from, entries: size)
    }
  }
}

extension Connection {
  /// That the set is of this register, and that the register still holds what the set does.
  fileprivate func check(
    _ header: SegmentHeader, of folder: BackupFolder, _ global: LogRow
  ) throws {
    guard LogRow.house(of: header.origin) == LogRow.house(of: global.origin) else {
      throw BackupFault.otherRegister(folder: folder.path)
    }
    let size = global.range.size
    guard header.to <= size else {
      throw BackupFault.ahead(folder: folder.path, saved: header.to, found: size)
    }
    guard try globalLeaf(before: header.to) == header.last else {
      throw BackupFault.otherRegister(folder: folder.path)
    }
  }

  fileprivate func globalLeaf(before size: Int64) throws -> String {
    try rows("SELECT gleaf FROM entry WHERE pos = $1", [.integer(size - 1)]) {
      Hash(stored: $0.blob(0)).map { "\($0)" } ?? ""
    }.first ?? ""
  }

  fileprivate func whole(_ table: String, _ names: [String]?) throws -> BackupRows {
    let columns = try BackupTables.columns(of: table, on: self)
      .filter { names?.contains($0.name) ?? true }
    var found = BackupRows(table: table, columns: columns.map(\.name))
    let list = found.columns.joined(separator: ", ")
    found.rows = try rows("SELECT \(list) FROM \(table) ORDER BY 1, 2", []) { row in
      columns.enumerated().map { $1.value(row, $0) }
    }
    return found
  }

  fileprivate func carryNew(from: Int64, to end: Int64, to writer: SegmentWriter) throws {
    for first in stride(from: from, to: end, by: 500) {
      let next = min(first + 500, end)
      try carryTexts(from: first, to: next, to: writer)
      for table in BackupTables.byPosition {
        let columns = try BackupTables.columns(of: table, on: self)
        var found = BackupRows(table: table, columns: columns.map(\.name))
        let list = found.columns.joined(separator: ", ")
        found.rows = try rows(
          """
          SELECT \(list) FROM \(table) WHERE pos >= $1 AND pos < $2\
          \(table == "part" ? " AND name <> '\(AttachedFile.part)'" : "") ORDER BY pos
          """, [.integer(first), .integer(next)]
        ) { row in columns.enumerated().map { $1.value(row, $0) } }
        if !found.rows.isEmpty { try found.inFrames(writer.add) }
      }
      try carryFiles(first..<next, to: writer)
      try carryErased(first..<next, before: from, to: writer)
    }
  }

  /// Files one at a time: together they could fill the memory.
  private func carryFiles(_ positions: Range<Int64>, to writer: SegmentWriter) throws {
    let columns = try BackupTables.columns(of: "part", on: self)
    var found = BackupRows(table: "part", columns: columns.map(\.name))
    let list = found.columns.joined(separator: ", ")
    let places = try rows(
      "SELECT pos FROM part WHERE pos >= $1 AND pos < $2 AND name = $3 ORDER BY pos",
      [
        .integer(positions.lowerBound), .integer(positions.upperBound), .text(AttachedFile.part),
      ]
    ) { $0.integer(0) }
    for place in places {
      found.rows = try rows(
        "SELECT \(list) FROM part WHERE pos = $1 AND name = $2",
        [.integer(place), .text(AttachedFile.part)]
      ) { row in columns.enumerated().map { $1.value(row, $0) } }
      try found.inFrames(writer.add)
    }
  }

  /// Parts of segments before this one that entries of these positions erased, as they now are.
  private func carryErased(
    _ positions: Range<Int64>, before from: Int64, to writer: SegmentWriter
  ) throws {
    let columns = try BackupTables.columns(of: "part", on: self)
    var found = BackupRows(table: "part", columns: columns.map(\.name))
    let list = found.columns.joined(separator: ", ")
    found.rows = try rows(
      """
      SELECT \(list) FROM part WHERE erased_by >= $1 AND erased_by < $2 AND pos < $3 ORDER BY pos
      """,
      [.integer(positions.lowerBound), .integer(positions.upperBound), .integer(from)]
    ) { row in columns.enumerated().map { $1.value(row, $0) } }
    if !found.rows.isEmpty { try found.inFrames(writer.add) }
  }

  /// The texts that agreements named by then, the documents of the invoices issued between, and
  /// what was put to signature; what comes twice is kept once.
  private func carryTexts(from first: Int64, to next: Int64, to writer: SegmentWriter) throws {
    try carryTexts(of: Agreement.self, "subject_kind = 'agreement'", first..<next, to: writer)
    try carryTexts(of: Invoice.self, "kind = 'invoice.issued'", first..<next, to: writer)
    try carryTexts(of: Envelope.self, "subject_kind = 'signature'", first..<next, to: writer)
  }

  private func carryTexts<State: Projected>(
    of type: State.Type, _ condition: String, _ positions: Range<Int64>, to writer: SegmentWriter
  ) throws {
    let subjects = try rows(
      "SELECT DISTINCT subject FROM entry WHERE pos >= $1 AND pos < $2 AND \(condition)",
      [.integer(positions.lowerBound), .integer(positions.upperBound)]
    ) { $0.integer(0) }
    for subject in subjects {
      let facts = try Reader(connection: self).facts(of: State.subjectKind, subject)
      for sha256 in try State(replaying: facts).texts {
        var found = BackupRows(table: BackupTables.texts, columns: ["sha256", "source"])
        found.rows = try rows(
          "SELECT sha256, source FROM contract_text WHERE sha256 = $1", [.text(sha256)]
        ) { [.text($0.text(0)), .blob($0.blob(1))] }
        try found.inFrames(writer.add)
      }
    }
  }
}

private func newSet() -> String {
  var chance = SystemRandomNumberGenerator()
  return "\(Hash(of: (0..<32).map { _ in UInt8.random(in: 0 ... .max, using: &chance) }))"
}
