/// Documents put before those who sign them; the links and codes by which they come to them.
struct M0131Envelope: Migration {
  let name = "M0131Envelope"
  let statements = [
    """
    CREATE TABLE envelope (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL,
      purpose TEXT NOT NULL,
      stage TEXT NOT NULL,
      sealed {integer} NOT NULL,
      expires_ms {integer} NOT NULL
    ) {strict}
    """,
    "CREATE INDEX envelope_by_agreement ON envelope (agreement, id)",
    "CREATE INDEX envelope_waiting ON envelope (expires_ms, id) WHERE stage = 'waiting'",
    "CREATE INDEX envelope_unsealed ON envelope (id) WHERE stage = 'signed' AND sealed = 0",
    // Only SHA-256 of what the link holds.
    """
    CREATE TABLE signing_link (
      token {blob} PRIMARY KEY,
      envelope {integer} NOT NULL,
      signatory {integer} NOT NULL
    ) {strict}
    """,
    // Only a keyed hash of the six digits; one code a signatory, the last that was sent.
    """
    CREATE TABLE signing_code (
      envelope {integer} NOT NULL,
      signatory {integer} NOT NULL,
      hash {blob} NOT NULL,
      sent_ms {integer} NOT NULL,
      tries {integer} NOT NULL,
      PRIMARY KEY (envelope, signatory)
    ) {strict}
    """,
  ]
}
