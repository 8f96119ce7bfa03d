import Maintenance
import Register

/// Recomputes the trees from the entries' bytes, in their order.
struct RegisterAudit {
  /// Where a log stands after the entries read so far.
  private struct Progress {
    var range = CompactRange()
    var at: Int64 = 0
    /// Completed by the last leaf.
    var tiles: [Tile] = []

    mutating func append(_ leaf: Hash) {
      tiles = range.append(leaf)
    }
  }

  private static let batch: Int64 = 500

  private let connection: any Connection
  private let heads: [Int64: StoredHead]
  private var logs: [Int64: Progress] = [:]
  private var global = Progress()
  private var nextPos: Int64 = 0
  /// Logs whose head names another origin than their entries: told once.
  private var renamed: Set<Int64> = []
  private var tiles: TileAudit
  private var erasures = ErasureAudit()
  private var epoch = Epoch(number: 1)

  init(_ connection: any Connection) throws {
    self.connection = connection
    tiles = TileAudit(connection)
    let rows = try connection.rows(
      "SELECT \(LogRow.columns) FROM log_head", [], StoredHead.init)
    heads = Dictionary(uniqueKeysWithValues: rows.map { ($0.log, $0) })
  }

  mutating func run(_ verification: inout Verification) throws {
    var last = Int64.min
    while true {
      let entries = try StoredEntry.batch(after: last, limit: Self.batch, on: connection)
      let end = entries.last?.pos ?? .max
      var parts = try StoredPart.byEntry(after: last, to: end, on: connection)
      for entry in entries {
        check(entry, parts.removeValue(forKey: entry.pos) ?? [], &verification)
        try tiles.check(logs[entry.log]?.tiles ?? [], of: entry.log, &verification)
        try tiles.check(global.tiles, of: LogRow.global, &verification)
      }
      for part in parts.values.flatMap(\.self) {
        verification.note(.part(pos: part.pos, name: part.part.name), "", .unexpected)
      }
      guard !entries.isEmpty, end < .max else { break }
      last = end
    }
    erasures.findUnexplained(&verification)
    checkHeads(&verification)
    try tiles.findUnexpected(&verification)
    verification.logs = logs.count
  }

  private mutating func check(
    _ entry: StoredEntry, _ parts: [StoredPart], _ verification: inout Verification
  ) {
    verification.entries += 1
    if entry.pos != nextPos { verification.note(.position(nextPos), "", .missing) }
    nextPos = entry.pos &+ 1
    var progress = logs[entry.log] ?? Progress()
    let place = Difference.Place.entry(log: entry.log, n: entry.n, pos: entry.pos)
    if entry.n != progress.range.size { verification.note(place, "n", .differs) }

    let isHeaderVouched = advance(&progress, by: entry, at: place, &verification)
    let header: EntryHeader?
    do {
      header = try EntryHeader(reading: entry.header)
    } catch {
      header = nil
      verification.note(place, "header", .unreadable("\(error)"))
    }
    if isHeaderVouched, let header {
      for column in entry.columns(differingFrom: header) {
        verification.note(place, column, .differs)
      }
      progress.at = entry.at
      compare(parts, with: header, of: entry, &verification)
    }
    if entry.kind == Erasure.factKind { erasures.check(entry, parts, at: place, &verification) }
    if entry.kind == Epoch.lossKind, let header {
      open(Epoch(of: header.log), at: place, &verification)
    }
    let origin = origin(of: entry.log, isHeaderVouched ? header?.log : nil, &verification)
    let head = LogHead(origin: origin, size: progress.range.size, root: progress.range.root)
    if entry.gleaf != head.leaf.bytes { verification.note(place, "gleaf", .differs) }
    logs[entry.log] = progress
    global.append(head.leaf)
    global.at = progress.at
  }

  /// Appends the entry's leaf; says whether the header is the one that the tree committed to.
  ///
  /// When the stored root vouches for the stored leaf, the header was altered and only it is
  /// named; the tree goes on with the stored leaf, so that later entries are judged on their own.
  private func advance(
    _ progress: inout Progress, by entry: StoredEntry, at place: Difference.Place,
    _ verification: inout Verification
  ) -> Bool {
    let before = progress
    let leaf = Hash.leaf(entry.header)
    progress.append(leaf)
    let isLeafRight = entry.leaf == leaf.bytes
    if progress.range.root.bytes == entry.rootAfter {
      if !isLeafRight { verification.note(place, "leaf", .differs) }
      return true
    }
    if !isLeafRight, let stored = Hash(stored: entry.leaf) {
      var other = before
      other.append(stored)
      if other.range.root.bytes == entry.rootAfter {
        progress = other
        verification.note(place, "header", .differs)
        return false
      }
      verification.note(place, "leaf", .differs)
    }
    verification.note(place, "root_after", .differs)
    return true
  }

  private mutating func origin(
    of log: Int64, _ named: String?, _ verification: inout Verification
  ) -> String {
    let kept = heads[log]?.origin
    if let named, let kept, !isSame(named, kept), renamed.insert(log).inserted {
      verification.note(.head(log: log), "origin", .differs)
    }
    return named ?? kept ?? ""
  }

  /// An entry bears the origin that its log had in the epoch of the entry.
  private func isSame(_ named: String, _ kept: String) -> Bool {
    Epoch.log(of: named) == Epoch.log(of: kept) && Epoch(of: named) == epoch
  }

  /// Epochs follow one another; some may be lost.
  private mutating func open(
    _ next: Epoch, at place: Difference.Place, _ verification: inout Verification
  ) {
    if next <= epoch { verification.note(place, "header", .differs) }
    epoch = next
  }

  private mutating func compare(
    _ parts: [StoredPart], with header: EntryHeader, of entry: StoredEntry,
    _ verification: inout Verification
  ) {
    var expected = header.parts
    for part in parts {
      let place = Difference.Place.part(pos: entry.pos, name: part.part.name)
      guard let commitment = expected.removeValue(forKey: part.part.name) else {
        verification.note(place, "", .unexpected)
        continue
      }
      if let erasure = part.erasedBy, part.part.salt.isEmpty {
        erasures.add(part, by: erasure, of: entry)
        continue
      }
      if part.part.commitment.base64 != commitment { verification.note(place, "plain", .differs) }
    }
    for name in expected.keys.sorted() {
      verification.note(.part(pos: entry.pos, name: name), "", .missing)
    }
  }

  private func checkHeads(_ verification: inout Verification) {
    var found = logs
    found[LogRow.global] = global
    let house = LogRow.house(of: heads[LogRow.global]?.origin ?? "")
    for (log, progress) in found.sorted(by: { $0.key < $1.key }) {
      guard let head = heads[log] else {
        verification.note(.head(log: log), "", .missing)
        continue
      }
      let place = Difference.Place.head(log: log)
      if head.size != progress.range.size { verification.note(place, "size", .differs) }
      if head.peaks != progress.range.bytes { verification.note(place, "peaks", .differs) }
      if head.at != progress.at { verification.note(place, "at_ms", .differs) }
      let isOwn =
        log == LogRow.global
        ? head.origin == "\(house)/g/\(epoch.number)"
        : head.origin.hasPrefix("\(house)/r/") && Epoch(of: head.origin) == epoch
      if !isOwn { verification.note(place, "origin", .differs) }
    }
    for log in heads.keys.sorted() where found[log] == nil {
      verification.note(.head(log: log), "", .unexpected)
    }
  }
}
