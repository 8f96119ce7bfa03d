/// The list of agreements.
struct M0002Agreement: Migration {
  let name = "M0002Agreement"
  let statements = [
    """
    CREATE TABLE agreement (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      reference TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      client_name TEXT NOT NULL,
      version_count {integer} NOT NULL,
      valid_from TEXT
    ) {strict}
    """
  ]
}
