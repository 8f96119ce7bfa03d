package import Maintenance
import Register

extension Reader {
  /// The public key whose signature heads bear, as contracts and reports print it; nothing before
  /// the first service.
  package func publicKey() throws -> String? {
    try RegisterKeys.verifiers(on: connection).last
  }

  func tree(of log: Int64, size: Int64) -> MerkleTree {
    MerkleTree(size: size) { level, first, count in
      let isGlobal = log == LogRow.global
      let sql =
        switch (level, isGlobal) {
        case (0, true):
          "SELECT gleaf FROM entry WHERE pos >= $2 AND pos < $3 AND 0 = $1 ORDER BY pos"
        case (0, false): "SELECT leaf FROM entry WHERE log = $1 AND n >= $2 AND n < $3 ORDER BY n"
        default:
          "SELECT root FROM tile WHERE log = $1 AND level = $4 AND i >= $2 AND i < $3 ORDER BY i"
        }
      let bounds: [SQLValue] = [.integer(log), .integer(first), .integer(first + Int64(count))]
      return try connection.rows(
        sql, bounds + (level == 0 ? [] : [.integer(Int64(level))])
      ) { $0.blob(0) }.compactMap(Hash.init(stored:))
    }
  }

  /// The entry with its proof in the log as it stands; signed by whoever calls, once committed.
  func proof(
    log: Int64, n: Int64
  ) throws -> (header: [UInt8], path: [Hash], head: LogHead)? {
    let headers = try connection.rows(
      "SELECT header FROM entry WHERE log = $1 AND n = $2", [.integer(log), .integer(n)]
    ) { $0.blob(0) }
    let rows = try connection.rows(
      "SELECT \(LogRow.columns) FROM log_head WHERE log = $1", [.integer(log)], LogRow.init)
    guard let header = headers.first, let row = rows.first else { return nil }
    let path = try tree(of: log, size: row.range.size).inclusion(of: n)
    let head = row.head
    // A proof that does not hold is worse than none: the register must be verified.
    guard head.holds(.leaf(header), at: n, by: path) else {
      throw StoreFault.unreadable(reason: "the proof of entry \(n) of log \(log)")
    }
    return (header, path, head)
  }
}

extension Database {
  /// The proof of entry `n` of an agreement, in a file that stands on its own (C2SP tlog-proof);
  /// nothing when there is no such entry, or this process has no key to sign with.
  ///
  /// Only what is committed is read here, so that no head is signed that could vanish.
  package func receipt(of agreement: ID<Agreement>, entry n: Int64) async throws -> String? {
    guard let signer = try await presentSigner() else { return nil }
    guard let (header, path, head) = try await read({ try $0.proof(log: agreement.number, n: n) })
    else { return nil }
    try await coverGlobalHead()
    return ProofFile(
      header: header, index: n, path: path, checkpoint: try Checkpoint(head, signedBy: signer)
    ).text
  }

  /// The head of an agreement's log, signed (C2SP tlog-checkpoint); nothing as for a receipt.
  package func checkpoint(of agreement: ID<Agreement>) async throws -> String? {
    try await checkpoint(of: agreement.number)
  }

  /// The head of the global log, signed under its own origin as witnesses expect.
  package func globalCheckpoint() async throws -> String? {
    try await checkpoint(of: LogRow.global)
  }

  /// Nothing without a key, nor with one that was changed since this process began.
  func presentSigner() async throws -> SigningKey? {
    guard let signer, rollback == nil else { return nil }
    let last = try await read { try $0.publicKey() }
    return last == signer.verifying.description ? signer : nil
  }

  private func checkpoint(of log: Int64) async throws -> String? {
    guard let signer = try await presentSigner() else { return nil }
    let heads = try await read { reader in
      try reader.connection.rows(
        "SELECT \(LogRow.columns) FROM log_head WHERE log = $1", [.integer(log)]
      ) { try LogRow($0).head }
    }
    try await coverGlobalHead()
    return try heads.first.map { head in
      let key = log == LogRow.global ? signer.named(head.origin) : signer
      return try Checkpoint(head, signedBy: key).text
    }
  }
}
