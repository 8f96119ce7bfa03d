import Register

/// Compares every contract text with the digest under which it is kept.
struct TextAudit {
  private let connection: any Connection

  init(_ connection: any Connection) {
    self.connection = connection
  }

  func run(_ verification: inout Verification) throws {
    var last = ""
    while true {
      // A text is at most 1 MiB.
      let texts = try connection.rows(
        "SELECT sha256, source FROM contract_text WHERE sha256 > $1 ORDER BY sha256 LIMIT 16",
        [.text(last)]
      ) { ($0.text(0), $0.blob(1)) }
      guard let end = texts.last?.0 else { return }
      for (sha256, source) in texts where "\(Hash(of: source))" != sha256 {
        verification.note(.text(sha256: sha256), "source", .differs)
      }
      verification.texts += texts.count
      last = end
    }
  }
}
