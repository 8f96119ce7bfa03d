/// Who read what is confidential; `digest` is the number of the entry's subject that seals it.
struct M0153ConfidentialRead: Migration {
  let name = "M0153ConfidentialRead"
  let statements = [
    """
    CREATE TABLE confidential_read (
      id {integer} PRIMARY KEY,
      at_ms {integer} NOT NULL,
      account {integer},
      reader TEXT NOT NULL,
      agreement {integer} NOT NULL,
      class TEXT NOT NULL,
      object TEXT NOT NULL,
      digest {integer} NOT NULL
    ) {strict}
    """,
    "CREATE INDEX confidential_read_by_agreement ON confidential_read (agreement, id)",
    "CREATE INDEX confidential_read_by_digest ON confidential_read (digest, agreement, id)",
    "CREATE INDEX confidential_read_by_account ON confidential_read (account, id)",
    "CREATE INDEX confidential_read_by_object ON confidential_read (object, reader, at_ms)",
  ]
}
