/// People who may sign in, what proves who they are, and where they are signed in.
struct M0087Account: Migration {
  let name = "M0087Account"
  let statements = [
    """
    CREATE TABLE account (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      email TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      disabled {integer} NOT NULL
    ) {strict}
    """,
    // A PHC string of scrypt.
    """
    CREATE TABLE credential (
      account {integer} PRIMARY KEY,
      password TEXT NOT NULL,
      set_ms {integer} NOT NULL
    ) {strict}
    """,
    // Only SHA-256 of what the browser holds.
    """
    CREATE TABLE web_session (
      token {blob} PRIMARY KEY,
      account {integer} NOT NULL,
      created_ms {integer} NOT NULL,
      seen_ms {integer} NOT NULL,
      agent TEXT NOT NULL
    ) {strict}
    """,
    "CREATE INDEX web_session_by_account ON web_session (account)",
    // Links that let a password be set once; without an account, the first owner's.
    """
    CREATE TABLE access_link (
      token {blob} PRIMARY KEY,
      account {integer},
      ends_ms {integer} NOT NULL
    ) {strict}
    """,
  ]
}
