/// Tokens of programs, by their SHA-256.
struct M0151APIToken: Migration {
  let name = "M0151APIToken"
  let statements = [
    """
    CREATE TABLE api_token (
      id {integer} PRIMARY KEY,
      account {integer} NOT NULL,
      digest {blob} NOT NULL UNIQUE,
      prefix TEXT NOT NULL,
      name TEXT NOT NULL,
      scopes TEXT NOT NULL,
      created_ms {integer} NOT NULL,
      ends_ms {integer} NOT NULL,
      used_ms {integer}
    ) {strict}
    """,
    "CREATE INDEX api_token_by_account ON api_token (account, id)",
  ]
}
