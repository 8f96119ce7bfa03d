/// Who was called upon in an internal note and has not read it yet.
struct M0119Mention: Migration {
  let name = "M0119Mention"
  let statements = [
    """
    CREATE TABLE mention (
      account {integer} NOT NULL,
      ticket {integer} NOT NULL,
      author TEXT NOT NULL,
      at_ms {integer} NOT NULL,
      PRIMARY KEY (account, ticket)
    ) {strict}
    """
  ]
}
