package import Maintenance

extension Envelope: Projected {
  package static let subjectKind = Subject.Kind.signature
  package static let table = "envelope"
  package static let columns = [
    "id", "version", "agreement", "purpose", "stage", "sealed", "expires_ms",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number),
      .text(purpose.rawValue), .text(stage.rawValue), .integer(seal == nil ? 0 : 1),
      .integer(expires.milliseconds),
    ]
  }

  package var texts: [String] {
    [document.pdf, document.text] + (document.manifest.map { [$0] } ?? [])
      + (seal.map { [$0.pdf, $0.evidence] } ?? [])
  }
}

/// The last code that went to a signatory.
package struct SigningCode: Sendable, Equatable {
  package var hash: [UInt8]
  package var sentAt: Instant
  package var tries: Int
}

extension Reader {
  package func envelope(_ id: ID<Envelope>) throws -> Envelope? {
    let facts = try facts(of: .signature, id.number)
    return facts.isEmpty ? nil : try Envelope(replaying: facts)
  }

  /// Those of a contract, the newest first.
  package func envelopes(of agreement: ID<Agreement>, limit: Int = 50) throws -> [Envelope] {
    let ids = try connection.rows(
      "SELECT id FROM envelope WHERE agreement = $1 ORDER BY id DESC LIMIT $2",
      [.integer(agreement.number), .integer(Int64(limit))]
    ) { ID<Envelope>(number: $0.integer(0)) }
    return try ids.compactMap { try envelope($0) }
  }

  /// Those that carry a delivery's report, the newest first.
  package func envelopes(accepting delivery: Delivery) throws -> [Envelope] {
    let ids = try connection.rows(
      """
      SELECT id FROM envelope WHERE agreement = $1 AND purpose = $2 ORDER BY id DESC LIMIT 500
      """,
      [.integer(delivery.agreement.number), .text(Envelope.Purpose.acceptance.rawValue)]
    ) { ID<Envelope>(number: $0.integer(0)) }
    return try ids.compactMap { try envelope($0) }.filter { $0.delivery == delivery.id }
  }

  /// Those whose time is over while somebody has still to sign.
  package func overdueEnvelopes(at instant: Instant) throws -> [ID<Envelope>] {
    try connection.rows(
      """
      SELECT id FROM envelope WHERE stage = 'waiting' AND expires_ms < $1
      ORDER BY expires_ms, id LIMIT 20
      """, [.integer(instant.milliseconds)]
    ) { ID(number: $0.integer(0)) }
  }

  /// Those that all have signed and nobody has sealed yet.
  package func unsealedEnvelopes() throws -> [ID<Envelope>] {
    try connection.rows(
      "SELECT id FROM envelope WHERE stage = 'signed' AND sealed = 0 ORDER BY id LIMIT 20", []
    ) { ID(number: $0.integer(0)) }
  }

  package func signingLink(_ token: [UInt8]) throws -> (envelope: ID<Envelope>, signatory: Int)? {
    try connection.rows(
      "SELECT envelope, signatory FROM signing_link WHERE token = $1", [.blob(token)]
    ) { (ID<Envelope>(number: $0.integer(0)), Int($0.integer(1))) }.first
  }

  package func signingCode(of envelope: ID<Envelope>, _ signatory: Int) throws -> SigningCode? {
    try connection.rows(
      "SELECT hash, sent_ms, tries FROM signing_code WHERE envelope = $1 AND signatory = $2",
      [.integer(envelope.number), .integer(Int64(signatory))]
    ) {
      SigningCode(
        hash: $0.blob(0), sentAt: Instant(milliseconds: $0.integer(1)), tries: Int($0.integer(2)))
    }.first
  }
}

extension Transaction {
  package func addSigningLink(
    _ token: [UInt8], to envelope: ID<Envelope>, for signatory: Int
  ) throws {
    try connection.execute(
      "INSERT INTO signing_link (token, envelope, signatory) VALUES ($1, $2, $3)",
      [.blob(token), .integer(envelope.number), .integer(Int64(signatory))])
  }

  package func setSigningCode(
    _ hash: [UInt8], of envelope: ID<Envelope>, _ signatory: Int, at instant: Instant
  ) throws {
    try connection.execute(
      """
      INSERT INTO signing_code (envelope, signatory, hash, sent_ms, tries)
      VALUES ($1, $2, $3, $4, 0)
      ON CONFLICT (envelope, signatory) DO UPDATE SET hash = excluded.hash,
        sent_ms = excluded.sent_ms, tries = 0
      """,
      [
        .integer(envelope.number), .integer(Int64(signatory)), .blob(hash),
        .integer(instant.milliseconds),
      ])
  }

  /// Counts a try before it is judged; whoever tries at once is counted too.
  package func countSigningTry(of envelope: ID<Envelope>, _ signatory: Int) throws {
    try connection.execute(
      "UPDATE signing_code SET tries = tries + 1 WHERE envelope = $1 AND signatory = $2",
      [.integer(envelope.number), .integer(Int64(signatory))])
  }

  /// Forgets the codes of an envelope, and its links as well once there is nothing left to read.
  package func forgetSigningCodes(of envelope: ID<Envelope>) throws {
    try connection.execute(
      "DELETE FROM signing_code WHERE envelope = $1", [.integer(envelope.number)])
  }
}
