import Maintenance
import Register

/// Recomputes the trees from the entries' bytes, in their order.
struct RegisterAudit {
  /// Where a log stands after the entries read so far.
  private struct Progress {
    var range = CompactRange()
    /// Of the range.
    var root = Hash(of: [])
    var at: Int64 = 0
    /// What the last header named, and in which epoch that was judged.
    var origin: String?
    var epoch: Epoch?
    /// Completed by the last leaf.
    var tiles: [Tile] = []

    mutating func append(_ leaf: Hash) {
      tiles = range.append(leaf)
    }

    mutating func append(leafOfEntry leaf: Hash) {
      append(leaf)
      root = range.root
    }

    /// The same, where this is what was foreseen.
    mutating func append(leafOfEntry leaf: Hash, foreseen: ForeseenHead) {
      guard foreseen.before == range else { return append(leafOfEntry: leaf) }
      range = foreseen.after
      tiles = foreseen.tiles
      root = foreseen.root
    }
  }

  private static let batch: Int64 = 500

  private let connection: any Connection
  private let heads: [Int64: StoredHead]
  private var logs: [Int64: Progress] = [:]
  private var global = Progress()
  private var nextPos: Int64 = 0
  /// When the entry before was recorded.
  private var recorded = Int64.min
  /// Logs whose head names another origin than their entries: told once.
  private var renamed: Set<Int64> = []
  private var tiles: TileAudit
  private var foresight = Foresight()
  private var erasures = ErasureAudit()
  private var epoch = Epoch(number: 1)

  init(_ connection: any Connection) throws {
    self.connection = connection
    tiles = TileAudit(connection)
    let rows = try connection.rows(
      "SELECT \(LogRow.columns) FROM log_head", [], StoredHead.init)
    heads = Dictionary(uniqueKeysWithValues: rows.map { ($0.log, $0) })
  }

  /// A batch on its way: what is read of its entries, and parts of no entry.
  private struct Batch {
    let entries: Underway<ReadEntry>
    let stray: [StoredPart]
  }

  /// The same one step later, with the heads that its entries most likely lead to.
  private struct Foreseen {
    let entries: [ReadEntry]
    let heads: Underway<ForeseenHead>
    let stray: [StoredPart]
  }

  /// While one batch is read from the database, those before it are hashed on all cores, and of the
  /// ones before those the roots.
  mutating func run(_ verification: inout Verification) throws {
    var last = Int64.min
    var hashed: [Batch] = []
    var foreseen: [Foreseen] = []
    while true {
      let entries = try StoredEntry.batch(after: last, limit: Self.batch, on: connection)
      let end = entries.last?.pos ?? .max
      let parts = try StoredPart.batch(after: last, to: end, on: connection)
      hashed.append(start(entries, parts))
      if hashed.count > Underway<ReadEntry>.ahead {
        foreseen.append(foresee(hashed.removeFirst()))
      }
      if foreseen.count > Underway<ReadEntry>.ahead {
        try finish(foreseen.removeFirst(), &verification)
      }
      guard !entries.isEmpty, end < .max else { break }
      last = end
    }
    for batch in hashed { foreseen.append(foresee(batch)) }
    for batch in foreseen { try finish(batch, &verification) }
    erasures.findUnexplained(&verification)
    checkHeads(&verification)
    try tiles.findUnexpected(&verification)
    verification.logs = logs.count
  }

  /// Both sorted by position.
  private func start(_ entries: [StoredEntry], _ parts: [StoredPart]) -> Batch {
    var rest = parts[...]
    var stray: [StoredPart] = []
    let whole = entries.map { entry in
      while let part = rest.first, part.pos < entry.pos {
        stray.append(part)
        rest.removeFirst()
      }
      let own = rest.prefix { $0.pos == entry.pos }
      rest.removeFirst(own.count)
      return (entry, Array(own))
    }
    let origins = origins
    let read = Underway(whole) { entry, parts in
      ReadEntry(entry, parts, likely: origins[entry.log] ?? "")
    }
    return Batch(entries: read, stray: stray + rest)
  }

  private mutating func foresee(_ batch: Batch) -> Foreseen {
    let entries = batch.entries.results()
    return Foreseen(
      entries: entries, heads: foresight.heads(after: entries, of: heads), stray: batch.stray)
  }

  private mutating func finish(_ batch: Foreseen, _ verification: inout Verification) throws {
    for (read, foreseen) in zip(batch.entries, batch.heads.results()) {
      check(read, foreseen, &verification)
      let log = read.entry.log
      try tiles.check(logs[log]?.tiles ?? [], of: log, &verification)
      try tiles.check(global.tiles, of: LogRow.global, &verification)
    }
    for part in batch.stray {
      verification.note(.part(pos: part.pos, name: part.part.name), "", .unexpected)
    }
  }

  /// Names that the next headers most likely bear.
  private var origins: [Int64: String] {
    heads.mapValues(\.origin).merging(logs.compactMapValues(\.origin)) { $1 }
  }

  private mutating func check(
    _ read: ReadEntry, _ foreseen: ForeseenHead, _ verification: inout Verification
  ) {
    let (entry, parts) = (read.entry, read.parts)
    verification.entries += 1
    if entry.pos != nextPos { verification.note(.position(nextPos), "", .missing) }
    nextPos = entry.pos &+ 1
    var progress = logs.removeValue(forKey: entry.log) ?? Progress()
    let place = Difference.Place.entry(log: entry.log, n: entry.n, pos: entry.pos)
    if entry.n != progress.range.size { verification.note(place, "n", .differs) }

    let isHeaderVouched = advance(&progress, by: read, foreseen, at: place, &verification)
    if case .unreadable(let fault) = read.header {
      verification.note(place, "header", .unreadable("\(fault)"))
    }
    if isHeaderVouched, case .read(let header) = read.header {
      for column in entry.columns(differingFrom: header) {
        verification.note(place, column, .differs)
      }
      compare(parts, with: header, of: entry, &verification)
    }
    let named = isHeaderVouched ? read.header.origin : nil
    if named != nil {
      progress.at = entry.at
      checkClock(entry, at: place, &verification)
    }
    if entry.kind == Erasure.factKind { erasures.check(entry, parts, at: place, &verification) }
    if Epoch.firstKinds.contains(entry.kind), let origin = read.header.origin {
      open(Epoch(of: origin), at: place, &verification)
    }
    let isJudged = named != nil && named == progress.origin && progress.epoch == epoch
    let origin =
      (isJudged ? named : nil) ?? origin(of: entry.log, named, &verification)
    progress.origin = named ?? progress.origin
    progress.epoch = epoch
    let leaf = foreseen.leaf(of: progress.range, progress.root, under: origin)
    if entry.gleaf != leaf { verification.note(place, "gleaf", .differs) }
    global.append(leaf)
    global.at = progress.at
    logs[entry.log] = progress
  }

  /// Appends the entry's leaf; says whether the header is the one that the tree committed to.
  ///
  /// When the stored root vouches for the stored leaf, the header was altered and only it is
  /// named; the tree goes on with the stored leaf, so that later entries are judged on their own.
  private func advance(
    _ progress: inout Progress, by read: ReadEntry, _ foreseen: ForeseenHead,
    at place: Difference.Place, _ verification: inout Verification
  ) -> Bool {
    let entry = read.entry
    let before = progress.range
    progress.append(leafOfEntry: read.leaf, foreseen: foreseen)
    let isLeafRight = entry.leaf == read.leaf
    if progress.root == entry.rootAfter {
      if !isLeafRight { verification.note(place, "leaf", .differs) }
      return true
    }
    if !isLeafRight, let stored = entry.leaf {
      var other = progress
      other.range = before
      other.append(leafOfEntry: stored)
      if other.root == entry.rootAfter {
        progress = other
        verification.note(place, "header", .differs)
        return false
      }
      verification.note(place, "leaf", .differs)
    }
    verification.note(place, "root_after", .differs)
    return true
  }

  /// No entry goes back in time unless the one before it says so.
  private mutating func checkClock(
    _ entry: StoredEntry, at place: Difference.Place, _ verification: inout Verification
  ) {
    // An epoch begins with what was lost, whatever the clock said then.
    let isTold = entry.kind == ClockJump.factKind || Epoch.firstKinds.contains(entry.kind)
    if !isTold, ClockJump.isOne(before: recorded, after: entry.at) {
      verification.note(place, "at_ms", .unexpected)
    }
    recorded = entry.at
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
