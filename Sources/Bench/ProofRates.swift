import Register

/// A proof among ten million entries: its length, the time to make and to check it, and the tree's
/// own growth. The leaves are made again when asked for, so that only the tiles are held.
struct ProofRates {
  private static let size: Int64 = 10_000_000
  private static let checks = 2_000
  private static let origin = "bench.example.fr/r/1"

  let rows: [Table.Row]

  init() throws {
    var range = CompactRange()
    var tiles: [Int: [Hash]] = [:]
    let clock = ContinuousClock()
    let grown = clock.measure {
      for index in 0..<Self.size {
        for tile in range.append(.leaf(Self.header(index))) {
          tiles[tile.level, default: []].append(tile.root)
        }
      }
    }
    let bare = clock.measure {
      for index in 0..<Self.size { Self.keep(Hash(of: Self.header(index))) }
    }
    let kept = tiles
    let tree = MerkleTree(size: Self.size) { level, first, count in
      level == 0
        ? (first..<first + Int64(count)).map { .leaf(Self.header($0)) }
        : Array(kept[level, default: []][Int(first)..<Int(first) + count])
    }
    let key = SigningKey(name: "bench.example.fr/registre")
    let head = LogHead(origin: Self.origin, size: Self.size, root: range.root)
    let checkpoint = try Checkpoint(head, signedBy: key)
    rows =
      [
        Table.Row(
          "10 M entries: appended to the tree", "/s",
          subject: Double(Self.size) / (grown / .seconds(1)),
          floor: Double(Self.size) / (bare / .seconds(1)), floorName: "bare SHA-256 of the entries")
      ] + (try Self.rows(of: tree, by: checkpoint, key.verifying))
  }

  private static func rows(
    of tree: MerkleTree, by checkpoint: Checkpoint, _ key: VerifyingKey
  ) throws -> [Table.Row] {
    let clock = ContinuousClock()
    let places = (0..<checks).map { _ in Int64.random(in: 0..<size) }
    var proofs: [String] = []
    var longest = 0
    let made = try clock.measure {
      for place in places {
        let path = try tree.inclusion(of: place)
        longest = max(longest, path.count)
        proofs.append(
          ProofFile(
            header: try EntryHeader(reading: header(place)).bytes(), index: place, path: path,
            checkpoint: checkpoint
          ).text)
      }
    }
    let checked = try clock.measure {
      for proof in proofs where ProofFile(reading: proof, signedBy: key)?.isProven != true {
        throw BenchFault("a proof of our own does not hold")
      }
    }
    let signed = try clock.measure {
      for _ in proofs where Checkpoint(reading: checkpoint.text, signedBy: key) == nil {
        throw BenchFault("a checkpoint of our own does not hold")
      }
    }
    let shortest = Double(Int64.bitWidth - (size - 1).leadingZeroBitCount)
    return [
      Table.Row(
        "10 M entries: hashes in a proof, at most", "hashes", subject: Double(longest),
        floor: shortest, floorName: "binary logarithm, rounded up"),
      Table.Row(
        "10 M entries: a proof made from the tiles", "ms", subject: each(made), floor: each(signed),
        floorName: "signature of the head checked"),
      Table.Row(
        "10 M entries: a proof's file read and checked", "ms", subject: each(checked),
        floor: each(signed), floorName: "signature of the head checked"),
    ]
  }

  private static func each(_ all: Duration) -> Double { all / .milliseconds(1) / Double(checks) }

  /// The bytes of an entry with two parts, in the canonical spelling.
  private static func header(_ index: Int64) -> [UInt8] {
    var bytes = before
    bytes += Array("\(index)".utf8)
    bytes += after
    return bytes
  }

  private static let before = Array(
    #"{"at":"2026-11-23T08:30:00.000Z","kind":"ticket.opened","log":"\#(origin)","n":"#.utf8)
  private static let after = Array(
    (#","parts":{"actor":"9/Dj4u3Sg4Wb0q5yYy9mKp0m0h0cXo2b3J7vG4r6nQk=","#
      + #""body":"Q0vJ1h4o8m6wTj3uVfKq8p5b9cYx2n7d0sZrLaEiG1M="},"subject":"ticket/1","v":1}"#)
      .utf8)

  /// Keeps the optimiser from seeing that a hash is not used.
  @inline(never) private static func keep(_ hash: Hash) {}
}
