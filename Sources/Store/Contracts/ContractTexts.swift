import Register

extension Transaction {
  /// Keeps a contract's bytes for ever; gives the SHA-256 in hexadecimal by which facts name them.
  package func keep(contractText source: [UInt8]) throws -> String {
    let sha256 = "\(Hash(of: source))"
    try connection.execute(
      "INSERT INTO contract_text (sha256, source) VALUES ($1, $2) ON CONFLICT DO NOTHING",
      [.text(sha256), .blob(source)])
    return sha256
  }
}

extension Reader {
  package func contractText(sha256: String) throws -> [UInt8]? {
    try connection.rows("SELECT source FROM contract_text WHERE sha256 = $1", [.text(sha256)]) {
      $0.blob(0)
    }.first
  }
}
